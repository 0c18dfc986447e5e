import hashlib
import json
import os
import re
from pathlib import Path

import click
import pytest

from samenspraak.commands import assets
from samenspraak.commands.assets import Front, build_front, script, sprite, style
from samenspraak.config import ROOT

ICON = '<!-- a licence -->\n<svg class="x"\n  viewBox="0 0 24 24"\n  fill="none">\n  <path d="M1 1" />\n</svg>\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small front end whose packages were taken already."""
    lock = tmp_path / "package-lock.json"
    files = {
        "package-lock.json": "{}",
        "static/css/order.txt": "layers\nfonts\n",
        "static/css/layers.css": "@layer a;\n",
        "static/css/fonts.css": f'@font-face {{ src: url("{assets.FONTS[0]}"); }}\n',
        "static/js/one.js": "const name = 1;\n",
        "static/js/two.js": "const name = 2;\n",
        "static/icons.txt": "# a note\nclose x\n",
        "static/mark.svg": '<svg viewBox="0 0 9 3"><path d="M2 2"/></svg>',
        "static/favicon.svg": "<svg/>",
        "node_modules/htmx.org/dist/htmx.min.js": "htmx",
        "node_modules/htmx.org/dist/ext/hx-csp.min.js": "csp",
        "node_modules/lucide-static/icons/x.svg": ICON,
        **{f"node_modules/@fontsource-variable/source-sans-3/files/{name}": name for name in assets.FONTS},
        **{
            f"node_modules/{package}/LICENSE": package
            for package in ("htmx.org", "lucide-static", "@fontsource-variable/source-sans-3")
        },
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "node_modules" / ".taken-from-lock").write_text(hashlib.sha256(lock.read_bytes()).hexdigest())
    return tmp_path


def built(project: Path) -> set[str]:
    return {path.name for path in Front(project).target.iterdir()}


def test_the_manifest_names_each_built_file(project: Path) -> None:
    manifest = build_front(project)
    assert json.loads((Front(project).target / "manifest.json").read_text()) == manifest
    assert built(project) == {*manifest.values(), "manifest.json"}
    assert re.fullmatch(r"htmx\.[0-9a-f]{10}\.js", manifest["htmx.js"])


def test_a_second_build_changes_nothing(project: Path) -> None:
    first = build_front(project)
    stamps = {path: path.stat().st_mtime_ns for path in Front(project).target.glob("*.js")}
    assert build_front(project) == first
    assert {path: path.stat().st_mtime_ns for path in Front(project).target.glob("*.js")} == stamps


def test_a_changed_file_gets_a_new_name_and_the_last_one_stays_for_a_server_that_runs(project: Path) -> None:
    before = build_front(project)
    (project / "static" / "js" / "two.js").write_text("const name = 3;\n")
    after = build_front(project)
    assert after["samenspraak.js"] != before["samenspraak.js"]
    assert before["samenspraak.js"] in built(project)
    assert after["htmx.js"] == before["htmx.js"]


def test_what_was_left_longest_ago_goes(project: Path) -> None:
    folder = Front(project).target
    build_front(project)
    for number in range(assets.MOST_LEFT + 5):
        (folder / f"old.{number}.css").write_text("")
        os.utime(folder / f"old.{number}.css", (number, number))
    build_front(project)
    left = {path.name for path in folder.glob("old.*")}
    assert left == {f"old.{number}.css" for number in range(5, assets.MOST_LEFT + 5)}


def test_the_style_names_the_font_as_it_was_built(project: Path) -> None:
    manifest = build_front(project)
    css = (Front(project).target / manifest["samenspraak.css"]).read_text()
    assert f'url("{manifest[assets.FONTS[0]]}")' in css


def test_a_new_font_gives_the_style_a_new_name(project: Path) -> None:
    before = build_front(project)["samenspraak.css"]
    (project / "node_modules/@fontsource-variable/source-sans-3/files" / assets.FONTS[0]).write_text("newer")
    assert build_front(project)["samenspraak.css"] != before


def test_scripts_do_not_share_their_names(project: Path) -> None:
    text = script(project / "static" / "js")
    assert text == '"use strict";\n{\nconst name = 1;\n}\n{\nconst name = 2;\n}\n'


def test_style_comes_in_the_order_that_is_written(project: Path) -> None:
    assert style(project / "static" / "css").startswith("@layer a;\n@font-face")


def test_an_icon_becomes_a_symbol_that_takes_the_colour_of_its_text(project: Path) -> None:
    text = sprite(project / "static", project / "node_modules" / "lucide-static" / "icons")
    assert '<symbol id="i-mark" viewBox="0 0 9 3"' in text
    assert re.search(
        r'<symbol id="i-close" viewBox="0 0 24 24" stroke="currentColor"[^>]*><path d="M1 1" /></symbol>', text
    )


def test_a_file_that_is_no_icon_stops_the_build(project: Path) -> None:
    (project / "static" / "mark.svg").write_text("no picture")
    with pytest.raises(click.ClickException, match="mark"):
        build_front(project)


def test_what_tests_alone_need_is_not_built(project: Path) -> None:
    assert not [name for name in build_front(project) if "axe" in name]


def test_the_lock_file_names_no_registry_and_pins_each_package() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    wanted = json.loads((ROOT / "package.json").read_text())
    versions = wanted["dependencies"] | wanted["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())
    assert all("resolved" not in package for package in lock["packages"].values())
    assert all(package.get("integrity", "").startswith("sha512-") for name, package in lock["packages"].items() if name)
