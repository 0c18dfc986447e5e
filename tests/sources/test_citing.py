"""Citations as people write them."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.sources.citing import find_citations
from samenspraak.sources.marking import mark
from samenspraak.sources.numbering import ORDINALS

SAID = {
    "art. 18a lid 6 WPO": [("WPO", "18a", "6", "")],
    "art 18a WPO": [("WPO", "18a", "", "")],
    "artikel 18a, zesde lid, van de WPO": [("WPO", "18a", "6", "")],
    "het zesde lid van artikel 18a WPO": [("WPO", "18a", "6", "")],
    "lid 6 van art. 18a WPO": [("WPO", "18a", "6", "")],
    "18a lid 6 WPO": [("WPO", "18a", "6", "")],
    "(WPO 18a lid 8b)": [("WPO", "18a", "8b", "")],
    "WPO art. 40 lid 3 en 4": [("WPO", "40", "3", ""), ("WPO", "40", "4", "")],
    "WPO: artikel 8": [("WPO", "8", "", "")],
    "De WPO zegt het. Zie art. 8, lid 5.": [("WPO", "8", "5", "")],
    "Volgens artikel 40 van de wet moet dat. De WPO is duidelijk.": [("WPO", "40", "", "")],
    "artt. 17a en 17b WVO": [("WVO", "17a", "", ""), ("WVO", "17b", "", "")],
    "artikelen 17a, 17b en 18 van de Wet op het voortgezet onderwijs": [
        ("WVO", "17a", "", ""),
        ("WVO", "17b", "", ""),
        ("WVO", "18", "", ""),
    ],
    "art. 40 lid 3 en art. 41 lid 2 WPO": [("WPO", "40", "3", ""), ("WPO", "41", "2", "")],
    "artikel 40, derde en vierde lid, WPO": [("WPO", "40", "3", ""), ("WPO", "40", "4", "")],
    "art. 18a lid 8 onderdeel b van de Wet op het primair onderwijs": [("WPO", "18a", "8", "b")],
    "artikel 17a1 WVO en art 96c.1 WVO": [("WVO", "17a1", "", ""), ("WVO", "96c.1", "", "")],
    "artikel XIV van de Wet passend onderwijs": [("wet-passend-onderwijs", "XIV", "", "")],
    "Artikel 8 lid 5 wpo": [("WPO", "8", "5", "")],
    "kst-31497-93": [("kst-31497-93", "", "", "")],
    "Kamerstukken II 2012/13, 31 497, nr. 93": [("kst-31497-93", "", "", "")],
    # of another law, or no citation at all
    "art. 2.47 WVO 2020": [("WVO 2020", "2.47", "", "")],
    "WPO. Maar artikel 8 van de Wet op het onderwijstoezicht": [],
    "artikel 7:13 van de Algemene wet bestuursrecht (WPO)": [],
    "Artikel 8 zegt het.": [],
    "Wij zijn met 18 leden, en de WPO geldt. In 2015 ook.": [],
    "Op bladzijde 3 van het artikel over de WPO": [],
}


@pytest.mark.parametrize("text", SAID)
def test_what_people_write_is_understood(text: str) -> None:
    assert [each.cited for each in find_citations(text)] == SAID[text]


ARTICLES = st.from_regex(r"[1-9][0-9]{0,2}[a-z]?", fullmatch=True)
PARAGRAPHS = st.integers(1, 25)
STATUTES = st.sampled_from(["WPO", "WVO", "WEC"])
FORMS = st.sampled_from(
    [
        lambda law, article, paragraph: f"art. {article} lid {paragraph} {law}",
        lambda law, article, paragraph: f"artikel {article}, lid {paragraph}, van de {law}",
        lambda law, article, paragraph: f"{law} art. {article} lid {paragraph}",
        lambda law, article, paragraph: f"artikel {article}, {ORDINALS[paragraph - 1]} lid, {law}",
        lambda law, article, paragraph: f"het {ORDINALS[paragraph - 1]} lid van artikel {article} {law}",
    ]
)


@given(FORMS, STATUTES, ARTICLES, PARAGRAPHS)
def test_every_form_of_a_citation_means_the_same(
    form: Callable[[str, str, int], str], law: str, article: str, paragraph: int
) -> None:
    text = f"Ja: {form(law, article, paragraph)}. Dat geldt hier."
    assert [each.cited for each in find_citations(text)] == [(law, article, str(paragraph), "")]


PIECES = st.sampled_from(
    (
        *("art. ", "artikel ", "artt. ", "lid ", "lid 3", "en ", ", ", "WPO", "van de WVO", "eerste ", "zesde lid"),
        *("18a", "40", "17a1", " ", "31 497, nr. 93", "kst-", "(", ")", "\n", "x"),
    )
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_citations_stand_apart_in_order_and_within_the_text(text: str) -> None:
    last = 0
    for each in find_citations(text):
        assert last <= each.start < each.end <= len(text)
        assert each.article or each.source.startswith("kst-")
        last = each.end


@given(st.lists(PIECES, max_size=40).map("".join))
def test_linking_changes_nothing_but_adds_links(text: str) -> None:
    marked = mark(text)
    assert marked.linked(lambda _reference, words: words) == marked.html
    assert all("<" not in marked.html[each.start : each.end] for each in marked.references)


def test_what_stands_in_a_link_or_in_code_cites_nothing() -> None:
    assert mark("[art. 8 WPO](https://x.example) `art. 9 WPO` art. 10 WPO").references[0].article == "10"


HOSTILE = (
    "art. ",
    "art. 1 en ",
    "lid 3 van artikel ",
    "WPO ",
    "1",
    " ",
    "art.1,",
    "31 497, ",
    "WPO art. 40 lid 3 en 4, ",
)


@pytest.mark.parametrize("unit", [*HOSTILE, "eerste en ", "Kamerstukken II 2012/13, ", "artikel 1, eerste, "])
def test_a_hostile_text_takes_time_by_its_length_only(unit: str) -> None:
    short, long = (fastest(unit * (size // len(unit))) for size in (20_000, 160_000))
    assert long < max(0.5, 40 * short)


def fastest(text: str) -> float:
    times = []
    for _ in range(2):
        began = time.process_time()
        find_citations(text)
        times.append(time.process_time() - began)
    return min(times)
