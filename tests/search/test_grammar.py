"""The grammar of the search box never fails, keeps its caps, and tells what it left out."""

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.search.grammar import Reason, parse
from samenspraak.search.settings import LIMITS


def test_words_phrases_exclusions_and_fields_are_told_apart() -> None:
    query = parse('tlv "lang onderweg" -bus thema:vervoer sector:po deskundige:"Anna Bakker"')
    assert query.words == ("tlv",)
    assert query.phrases == ("lang onderweg",)
    assert query.without == ("bus",)
    assert (query.themes, query.sectors, query.experts) == (("vervoer",), ("po",), ("Anna Bakker",))


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert parse("sociaal-emotioneel").words == ("sociaal-emotioneel",)


def test_a_quote_that_is_not_closed_runs_to_the_end() -> None:
    assert parse('"lang onderweg').phrases == ("lang onderweg",)


def test_excluding_a_field_is_reported_as_not_possible() -> None:
    assert [each.reason for each in parse("-thema:vervoer").ignored] == [Reason.NOT_POSSIBLE]


def test_too_many_words_and_too_long_a_text_are_reported() -> None:
    assert {each.reason for each in parse("a " * 100).ignored} == {Reason.TOO_MANY}
    assert {each.reason for each in parse("a" * 500).ignored} == {Reason.TOO_LONG}


@given(st.one_of(st.text(max_size=600), st.text(alphabet='-":themasctor \u201c', max_size=80)))
def test_any_text_gives_a_query_within_the_caps(typed: str) -> None:
    query = parse(typed)
    parts = (query.words, query.phrases, query.without, query.themes, query.sectors, query.experts)
    assert sum(map(len, parts)) <= LIMITS.query_terms
