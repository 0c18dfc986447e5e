"""The grammar of the search box never fails, keeps its caps, and tells what it left out."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.search.grammar import parse
from samenspraak.search.printing import printed
from samenspraak.search.query import Field, Part, Query, Reason, State
from samenspraak.search.settings import LIMITS

WORDS = 'tlv OR OF of " - ( ) : thema: sector: DESKUNDIGE: na: voor: is: 2013 2013-05 1-5-2013 31/2/2013 beantwoord'
PIECES = st.sampled_from([*WORDS.split(), " ", "a b", "\u201c", "\u017fector:", "\u0661"])
TYPED = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map("".join))


def asked(query: Query) -> Query:
    return replace(query, text="", ignored=())


def reasons(typed: str) -> list[Reason]:
    return [each.reason for each in parse(typed).ignored]


def test_words_phrases_exclusions_and_fields_are_told_apart() -> None:
    query = parse('tlv "lang onderweg" -bus -"te laat" thema:vervoer sector:po deskundige:"Anna Bakker" -thema:tlv')
    assert query.words == ("tlv",)
    assert query.phrases == ("lang onderweg",)
    assert query.without == ("bus", "te laat")
    assert (query.themes, query.sectors, query.experts) == (("vervoer",), ("po",), ("Anna Bakker",))
    assert query.barred == (Part("tlv", Field.THEME),)


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert parse("sociaal-emotioneel").words == ("sociaal-emotioneel",)


def test_a_quote_that_is_not_closed_runs_to_the_end() -> None:
    assert parse('"lang onderweg').phrases == ("lang onderweg",)


def test_or_in_capitals_joins_its_neighbours_to_a_choice() -> None:
    query = parse('wie tlv OR indicatie OR "oude beschikking" thema:a OR sector:vo')
    assert query.words == ("wie",)
    assert query.either == (
        (Part("tlv"), Part("indicatie"), Part("oude beschikking")),
        (Part("a", Field.THEME), Part("vo", Field.SECTOR)),
    )
    assert query.wanted == "wie tlv indicatie oude beschikking"


def test_of_in_capitals_is_or_but_not_in_a_heading() -> None:
    assert parse("bus OF taxi").either == ((Part("bus"), Part("taxi")),)
    assert parse("bus of taxi").words == ("bus", "of", "taxi")
    assert parse("BUS OF TAXI").words == ("BUS", "OF", "TAXI")


def test_an_or_without_two_sides_is_reported_and_does_nothing() -> None:
    assert parse("OR tlv OR").words == ("tlv",)
    assert reasons("OR tlv OR") == [Reason.NO_CHOICE, Reason.NO_CHOICE]
    assert parse("tlv OR OR bus").either == parse("tlv OR bus").either
    assert parse("tlv OR tlv").words == ("tlv",)


def test_what_cannot_be_chosen_between_is_reported() -> None:
    query = parse("tlv OR -bus OR na:2013")
    assert (query.words, reasons("tlv OR -bus OR na:2013")) == (("tlv",), [Reason.NOT_IN_CHOICE] * 2)


FIRST_OF_MAY = date(2013, 5, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2013", date(2013, 1, 1)), ("2013-05", FIRST_OF_MAY), ("1-5-2013", FIRST_OF_MAY), ("1/5/2013", FIRST_OF_MAY)],
)
def test_a_date_is_a_year_a_month_or_a_day(typed: str, day: date) -> None:
    assert parse(f"na:{typed}").since == day
    assert parse(f"voor:{typed}").before == day


def test_of_several_limits_the_narrowest_counts() -> None:
    query = parse("na:2013 na:2015 voor:2020 voor:2019")
    assert (query.since, query.before) == (date(2015, 1, 1), date(2019, 1, 1))


@pytest.mark.parametrize("typed", ["na:31-2-2013", "voor:morgen", "na:13", "na:2013-13", "na:\u0662\u0660\u0661\u0663"])
def test_what_is_no_date_is_reported(typed: str) -> None:
    assert (reasons(typed), parse(typed).is_empty) == ([Reason.NO_DATE], True)


def test_how_far_a_question_is_can_be_asked() -> None:
    assert parse("is:beantwoord IS:Geaccepteerd").states == (State.ANSWERED, State.ACCEPTED)
    assert reasons("is:raar -is:beantwoord") == [Reason.NO_STATE, Reason.NOT_POSSIBLE]


def test_too_many_words_and_too_long_a_text_are_reported() -> None:
    assert {each.reason for each in parse("a " * 100).ignored} == {Reason.TOO_MANY}
    assert {each.reason for each in parse("a" * 500).ignored} == {Reason.TOO_LONG}


@given(st.one_of(st.text(max_size=600), TYPED))
def test_any_text_gives_a_query_within_the_caps(typed: str) -> None:
    query = parse(typed)
    parts = (query.words, query.phrases, query.without, query.themes, query.sectors, query.experts, query.barred)
    assert sum(map(len, (*parts, query.states, *query.either))) <= LIMITS.query_terms


@given(TYPED)
def test_a_printed_query_is_the_query(typed: str) -> None:
    query = parse(typed)
    text = printed(query)
    if len(text) <= LIMITS.query_length:
        assert asked(parse(text)) == asked(query)
        assert not parse(text).ignored
