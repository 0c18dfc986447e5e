"""The themes and the thesaurus that Samenspraak starts with, as shipped in `content/`."""

import dataclasses
import json
from pathlib import Path
from typing import Any

from samenspraak.themes.models import TermKind

_CONTENT = Path(__file__).parent / "content"


@dataclasses.dataclass(frozen=True)
class ShippedTheme:
    """A theme with its other names, in the order in which they are shown."""

    slug: str
    label: str
    synonyms: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class ShippedTerm:
    """A thesaurus term and what it may also be called."""

    kind: TermKind
    term: str
    expansions: tuple[str, ...]


def shipped_themes() -> list[ShippedTheme]:
    """Return the shipped themes, in the order of the file."""
    return [ShippedTheme(entry["slug"], entry["label"], _once(entry["synonyms"])) for entry in _read("themes.json")]


def shipped_terms() -> list[ShippedTerm]:
    """Return the shipped thesaurus terms, abbreviations first and everyday words last."""
    content = _read("synonyms.json")
    return [
        *(
            ShippedTerm(TermKind.ABBREVIATION, each["abbr"], _once(each["expansions"]))
            for each in content["abbreviations"]
        ),
        *(ShippedTerm(TermKind.SYNONYM, each["term"], _once(each["synonyms"])) for each in content["synonyms"]),
        *(ShippedTerm(TermKind.EVERYDAY, each["word"], _once(each["terms"])) for each in content["everyday"]),
    ]


def _read(name: str) -> Any:
    return json.loads((_CONTENT / name).read_text(encoding="utf-8"))


def _once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
