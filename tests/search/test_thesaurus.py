"""Expansions go both ways; ambiguous abbreviations only work in capitals."""

from samenspraak.dutch.analysis import analyse
from samenspraak.search.thesaurus import phrase_of, thesaurus_from

THESAURUS = thesaurus_from(
    {
        "abbreviations": [
            {"abbr": "IB", "expansions": ["intern begeleider"]},
            {"abbr": "TLV", "expansions": ["toelaatbaarheidsverklaring", "indicatie (oud)"]},
        ],
        "synonyms": [],
    }
)


def expansions(text: str) -> set[str]:
    return {" ".join(phrase) for _, phrase in THESAURUS.expand(analyse(text))}


def test_an_abbreviation_and_its_expansion_find_each_other() -> None:
    assert expansions("tlv") >= set(phrase_of("indicatie"))
    assert expansions("toelaatbaarheidsverklaringen") == set(phrase_of("TLV"))
    assert expansions("de intern begeleider") == set(phrase_of("IB"))


def test_an_ambiguous_abbreviation_needs_capitals() -> None:
    assert expansions("IB") == {" ".join(phrase_of("intern begeleider"))}
    assert expansions("ib") == set()


def test_what_is_also_searched_for_is_told_as_people_write_it() -> None:
    assert THESAURUS.also("een TLV") == ("toelaatbaarheidsverklaring", "indicatie")
    assert THESAURUS.also("IB of intern begeleider") == ()
    assert THESAURUS.also("niets daarvan") == ()
