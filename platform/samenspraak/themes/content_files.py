"""The themes and the thesaurus that Samenspraak starts with, as shipped in `content/`."""

import dataclasses
import json
from pathlib import Path
from typing import Any

from samenspraak.themes.kinds import TermKind

_CONTENT = Path(__file__).parent / "content"


@dataclasses.dataclass(frozen=True)
class ShippedGroup:
    """A group of themes."""

    slug: str
    label: str


@dataclasses.dataclass(frozen=True)
class ShippedTheme:
    """A theme with its group and its other names, in the order in which they are shown; "(oud)" follows an old name."""

    slug: str
    label: str
    synonyms: tuple[str, ...]
    group: str


@dataclasses.dataclass(frozen=True)
class ShippedTerm:
    """A thesaurus term and what it may also be called."""

    kind: TermKind
    term: str
    expansions: tuple[str, ...]


def shipped_groups() -> list[ShippedGroup]:
    """Return the shipped groups of themes, in the order in which they are shown."""
    return [ShippedGroup(entry["slug"], entry["label"]) for entry in _read("groups.json")]


def shipped_themes() -> list[ShippedTheme]:
    """Return the shipped themes, in the order of the file."""
    return [
        ShippedTheme(entry["slug"], entry["label"], _once(entry["synonyms"]), entry["group"])
        for entry in _read("themes.json")
    ]


def shipped_terms() -> list[ShippedTerm]:
    """Return the shipped thesaurus terms, abbreviations first and old words last."""
    content = _read("synonyms.json")
    return [
        *(
            ShippedTerm(TermKind.ABBREVIATION, each["abbr"], _once(each["expansions"]))
            for each in content["abbreviations"]
        ),
        *(ShippedTerm(TermKind.SYNONYM, each["term"], _once(each["synonyms"])) for each in content["synonyms"]),
        *(ShippedTerm(TermKind.EVERYDAY, each["word"], _once(each["terms"])) for each in content["everyday"]),
        *(ShippedTerm(TermKind.OLD, each["word"], _once(each["terms"])) for each in content["old"]),
    ]


def _read(name: str) -> Any:
    return json.loads((_CONTENT / name).read_text(encoding="utf-8"))


def _once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
