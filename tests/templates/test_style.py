import re

import pytest

from samenspraak.config import ROOT

FOLDER = ROOT / "static" / "css"
FILES = sorted(FOLDER.glob("*.css"))
GROUNDS = ("paper", "surface", "sunk")
TEXT_PAIRS = [
    *(
        (text, ground)
        for text in ("ink", "ink-soft", "action", "action-strong", "danger", "accepted", "waits")
        for ground in GROUNDS
    ),
    *((text, "action-tint") for text in ("ink", "ink-soft", "action", "action-strong", "accepted")),
    *((text, "waits-tint") for text in ("ink", "action", "waits")),
    *(("action-ink", ground) for ground in ("action", "action-strong")),
    ("accepted", "accepted-tint"),
    ("danger", "danger-tint"),
    ("ink", "danger-tint"),
    ("ink", "found"),
    *((f"group-{letter}", f"group-{letter}-tint") for letter in "smo"),
]
EDGE_PAIRS = [
    (edge, ground) for edge in ("edge", "action", "waits-mark", "danger", "accepted") for ground in ("paper", "surface")
]


def rules(path: str) -> str:
    return re.sub(r"/\*.*?\*/", "", (FOLDER / path).read_text(), flags=re.DOTALL)


def tokens() -> dict[str, tuple[str, str]]:
    found = re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", rules("tokens.css"))
    return {name: (light, dark) for name, light, dark in found}


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(text: str, ground: str, theme: int) -> None:
    colours = tokens()
    assert contrast(colours[text][theme], colours[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_can_be_seen(edge: str, ground: str, theme: int) -> None:
    colours = tokens()
    assert contrast(colours[edge][theme], colours[ground][theme]) >= 3.0


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


@pytest.mark.parametrize("file", [file.name for file in FILES])
def test_style_is_our_own_and_needs_no_force(file: str) -> None:
    text = rules(file)
    assert "!important" not in text
    assert not re.search(r"//|@import", text)
    selectors = [part.strip() for part in re.findall(r"([^{};]+)\{", text)]
    assert not [part for part in selectors if "#" in part and not part.startswith("@")]
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("file", [file.name for file in FILES if file.name not in {"layers.css", "fonts.css"}])
def test_each_rule_stands_in_a_layer(file: str) -> None:
    outside = re.sub(r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}", "{}", rules(file))
    declared = re.search(r"@layer ([^;]+);", rules("layers.css"))
    assert declared
    layers = declared[1].split(", ")
    assert re.fullmatch(rf"\s*(@layer ({'|'.join(layers)}) \{{\}}\s*)+", outside)


def test_the_order_names_each_file_once() -> None:
    named = (FOLDER / "order.txt").read_text().split()
    assert sorted(named) == [file.stem for file in FILES]
    assert named[0] == "layers"


def test_each_token_that_is_used_exists() -> None:
    text = "".join(rules(file.name) for file in FILES)
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", text))
    assert used <= set(re.findall(r"(--[a-z0-9-]+):", text))
