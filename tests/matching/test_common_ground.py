"""What two questions have in common is told in the asker's words, the telling ones first."""

import pytest

from samenspraak.matching.asked import read_question
from samenspraak.matching.common_ground import words_in_common
from samenspraak.matching.common_words import Line
from samenspraak.search.thesaurus import thesaurus_from

FIELD = thesaurus_from({"abbreviations": [{"abbr": "TLV", "expansions": ["toelaatbaarheidsverklaring"]}]})


def told(question: str, other: str) -> list[tuple[str, str]]:
    lines = [Line("", line) for line in other.splitlines()]
    return [(each.asked, each.found) for each in words_in_common(read_question(question, FIELD), lines)]


@pytest.mark.parametrize(
    ("question", "other", "expected"),
    [
        ("Wie betaalt het vervoer?", "Over leerlingenvervoer", [("vervoer", "leerlingenvervoer")]),
        ("De TLV loopt af", "Een toelaatbaarheidsverklaring", [("TLV", "toelaatbaarheidsverklaring")]),
        ("Wie kan het met ons", "Kan dat met jullie?", []),
        ("Dyslexie", "Vervoer", []),
        ("", "", []),
    ],
)
def test_words_in_common_are_told_as_both_spell_them(
    question: str, other: str, expected: list[tuple[str, str]]
) -> None:
    assert told(question, other) == expected


def test_rare_words_come_before_common_ones_and_there_are_few() -> None:
    words = "geld gemeente vervoer taxi dyslexie braille rolstoel drempelbedrag"
    found = [asked for asked, _ in told(words, words)]
    assert len(found) == 4
    assert found[0] == "drempelbedrag"
    assert "geld" not in found
