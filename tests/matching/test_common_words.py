"""A profile names what was asked: each in its own spelling, with the line; and what says nothing is not named."""

import pytest

from samenspraak.dutch.analysis import analyse
from samenspraak.matching.asked import read_question
from samenspraak.matching.common_words import CommonWord, Line, common_words_in
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from

FIELD = thesaurus_from(
    {
        "abbreviations": [{"abbr": "TLV", "expansions": ["toelaatbaarheidsverklaring"]}],
        "synonyms": [{"term": "thuiszitter", "synonyms": ["geoorloofd verzuim", "school"]}],
    },
    [{"slug": "vervoer", "label": "Vervoer van leerlingen"}],
)


def common_words(
    question: str, profile: str, thesaurus: Thesaurus = FIELD, common: tuple[str, ...] = ()
) -> list[CommonWord]:
    points = {token.text: 1.0 for token in analyse(profile)}
    lines = [Line(f"profiel-{number}", line) for number, line in enumerate(profile.splitlines())]
    return list(common_words_in(lines, points, read_question(question, thesaurus), frozenset(common)))


def told(question: str, profile: str, **more: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(each.asked, each.found) for each in common_words(question, profile, **more)]


@pytest.mark.parametrize(
    ("question", "profile", "expected"),
    [
        ("Wie regelt het vervoer?", "Kent leerlingenvervoer", [("vervoer", "leerlingenvervoer")]),
        ("Over Schorsing", "Jurist voor schorsingen", [("Schorsing", "schorsingen")]),
        ("Een TLV aanvragen", "Toetst de toelaatbaarheidsverklaring", [("TLV", "toelaatbaarheidsverklaring")]),
        ("Er is geoorloofd verzuim", "Bezoekt thuiszitters", [("geoorloofd verzuim", "thuiszitters")]),
        ("Wie bepaalt dat?", "Bepaalt de rest", []),
        ("Twee weken vrij", "Werkt twee weken", []),
        ("Naar school", "Bezoekt thuiszitters", []),
        ("Een wachtlijst", "Stelt een vragenlijst op", []),
    ],
)
def test_what_tells_something_is_named_in_both_spellings(
    question: str, profile: str, expected: list[tuple[str, str]]
) -> None:
    assert told(question, profile) == expected


def test_a_name_of_a_theme_is_named_whole_and_first() -> None:
    [first, *_] = common_words("Bezwaar tegen vervoer van leerlingen", "Bezwaar\nVervoer van leerlingen")
    assert (first.found, first.anchor, first.is_same) == ("Vervoer van leerlingen", "profiel-1", True)


def test_the_line_is_that_of_the_word() -> None:
    [found] = common_words("Over zorgplicht", "Jurist\nSchreef over zorgplicht")
    assert (found.anchor, found.is_same) == ("profiel-1", True)


def test_a_word_is_named_once_and_its_parts_not_again() -> None:
    assert told("Over zorgplicht", "Zorgplicht, zorgplicht en nog eens plicht") == [("zorgplicht", "Zorgplicht")]


def test_a_term_that_too_many_profiles_have_is_not_named() -> None:
    assert told("Over dyslexie en bezwaar", "Dyslexie en bezwaar", common=("dyslexie",)) == [("bezwaar", "bezwaar")]


def test_a_word_that_gave_hardly_anything_is_not_named() -> None:
    points = {"zorgplicht": 10.0, "dyslexie": 0.1}
    found = common_words_in([Line("", "Zorgplicht en dyslexie")], points, read_question("dyslexie", FIELD), frozenset())
    assert found == ()
