"""Marked segments lose nothing of a text and mark what was searched for."""

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.dutch.analysis import analyse
from samenspraak.search.highlight import highlight, passage


def marked(text: str, terms: set[str]) -> list[str]:
    return [part.text for part in highlight(text, terms) if part.is_hit]


def terms(text: str) -> set[str]:
    return {token.text for token in analyse(text)}


def test_inflected_forms_and_compounds_are_marked() -> None:
    assert marked("Scholen en basisschool", terms("school")) == ["Scholen", "basisschool"]


def test_markup_stays_text() -> None:
    assert "".join(part.text for part in highlight("<b>bus</b>", terms("bus"))) == "<b>bus</b>"


def test_the_passage_is_where_the_words_stand() -> None:
    text = "niets hier " * 100 + "de bus is onderweg " + "en verder " * 100
    found = passage(text, terms("bus onderweg"))
    assert [part.text for part in found if part.is_hit] == ["bus", "onderweg"]
    assert len("".join(part.text for part in found)) < 330


@given(st.text(max_size=300), st.text(max_size=20))
def test_no_letter_is_lost(text: str, query: str) -> None:
    assert "".join(part.text for part in highlight(text, terms(query))) == text
