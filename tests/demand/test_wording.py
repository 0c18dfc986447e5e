"""What is kept of a search: words of the language and of the subject; never a name, a number or an address."""

import pytest

from samenspraak.demand.wording import LONGEST, keep_words
from samenspraak.search.grammar import parse
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from

THESAURUS = thesaurus_from(
    {"abbreviations": [{"abbr": "TLV", "expansions": ["toelaatbaarheidsverklaring"]}]},
    [{"slug": "zorgplicht", "label": "Zorgplicht en toelating", "synonyms": ["thuiszitters"]}],
)


def kept(typed: str, thesaurus: Thesaurus = THESAURUS) -> str:
    return keep_words(parse(typed), thesaurus)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Vervoer van de leerling", "vervoer van de leerling"),
        ("TLV aanvragen", "tlv aanvragen"),
        ("leerlingenvervoer", "leerlingenvervoer"),
        ("busbegeleider", "busbegeleider"),
        ('"passende plek" -taxi', '"passende plek" -taxi'),
        ("bus OR taxi", "bus OR taxi"),
        ("artikel 18 lid 6", "artikel 18 lid 6"),
        ("thema:zorgplicht sector:po", ""),
    ],
)
def test_words_of_the_language_and_the_subject_are_kept(typed: str, expected: str) -> None:
    assert kept(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("schorsing Kevin Zwartepoorte", "schorsing …"),
        ("Daan uit groep 8", "… uit groep 8"),
        ("jan.jansen@school.nl", "…"),
        ("leerling 123456782", "leerling …"),
        ("bel 06 12 34 56 78", "bel …"),
        ("geboren 3-4-2005", "geboren …"),
        ("3581 AB", "…"),
        ("deskundige:smit vervoer", "vervoer deskundige:…"),
        ('"kevin zwartepoorte"', '"…"'),
        ("-zwartepoorte bus", "bus -…"),
        ("zwartepoorte OR bus", "… OR bus"),
        ("kevin's moeder", "… moeder"),
        ("kevin/bus", "…"),
    ],
)
def test_what_could_name_someone_is_not_kept(typed: str, expected: str) -> None:
    assert kept(typed) == expected


def test_it_is_bounded() -> None:
    assert len(kept("verordening " * 30)) <= LONGEST + 2
    assert kept(" ".join(f"{'ver' * 9}ordening{number}" for number in range(30))) == "…"
