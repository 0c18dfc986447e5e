"""The terms of a text, on some words of each kind and on what a coordinator types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.dutch.analysis import analyse, is_stop_word


def terms(text: str) -> set[str]:
    return {token.text for token in analyse(text)}


def test_a_code_is_one_term_however_it_is_written() -> None:
    assert terms("PO2601") == terms("PO-26-01") == terms("po 2601") - {"2601"} == {"po2601"}


def test_an_article_of_law_is_found_by_its_number() -> None:
    assert terms("art. 18a") & terms("artikel 18a") & terms("18a")


def test_a_school_year_is_the_same_in_short_and_in_full() -> None:
    assert terms("2013/14") == terms("2013-2014") == {"2013-2014", "2013", "2014"}


def test_dots_and_case_do_not_make_another_abbreviation() -> None:
    assert terms("v.s.o.") == terms("VSO") == {"vso"}


def test_a_hyphenated_word_meets_the_words_apart_and_the_joined_one() -> None:
    assert terms("sociaal-emotionele") >= terms("sociaal") | terms("emotioneel") | terms("sociaalemotionele")


def test_the_parts_of_a_compound_stand_at_its_position_and_are_extra() -> None:
    tokens = analyse("de ondersteuningsplanraad vergadert")
    assert [t.position for t in tokens] == [1, 1, 1, 1, 2]
    assert [t.extra for t in tokens] == [False, True, True, True, False]


def test_stop_words_leave_a_gap_in_the_positions() -> None:
    assert [t.position for t in analyse("recht op onderwijs")] == [0, 2]


def test_an_abbreviation_in_capitals_is_no_stop_word() -> None:
    assert is_stop_word("op")
    assert not is_stop_word("OP")


def test_diacritics_do_not_matter() -> None:
    assert terms("coördinator") == terms("coordinator")


@pytest.mark.parametrize("text", ["", " ", "???", "👩‍🏫", "a" * 5000, "İ ß ĳ", "-'\u2019.@", "What is the fastest way"])
def test_any_text_is_analysed(text: str) -> None:
    assert all(text[t.start : t.end] == t.surface for t in analyse(text))


@given(st.text(max_size=200))
def test_every_term_points_at_its_stretch_of_the_text(text: str) -> None:
    tokens = analyse(text)
    assert all(text[t.start : t.end] == t.surface and t.text for t in tokens)
    assert [t.position for t in tokens] == sorted(t.position for t in tokens) or "-" in text or "@" in text


def test_a_paragraph_of_an_article_is_found_with_and_without_it() -> None:
    assert terms("art. 18a lid 6") == terms("artikel 18a, zesde lid") == terms("18a lid 6")
    assert terms("art. 18a lid 6") == {"art18a", "18a", "art18a-lid6"}


def test_a_year_after_a_short_word_is_no_code() -> None:
    assert "2013" in terms("in 2013") & terms("vo 2013")


@pytest.mark.parametrize("text", ["www.school.nl/gids", "https://school.nl/gids/", "https://www.school.nl/gids."])
def test_a_web_address_is_one_term_with_its_words_beside_it(text: str) -> None:
    assert terms(text) == {"school.nl/gids", "school", "gids"}


def test_a_mail_address_is_one_term_and_ends_before_the_full_stop() -> None:
    token = analyse("Mail jan.smit@school.nl.")[1]
    assert (token.text, token.surface) == ("jan.smit@school.nl", "jan.smit@school.nl")


def test_a_number_with_a_point_for_thousands_is_the_same_number() -> None:
    assert terms("1.250 leerlingen") == terms("1250 leerlingen")


def test_a_word_of_two_kinds_meets_both() -> None:
    assert terms("vroeg") >= terms("vragen")
    assert terms("leden") >= terms("lid") | terms("lijden")


@given(st.text(alphabet="aAeé1 .:,-'\u2019@/_wnlrtikpo\n", max_size=300))
def test_signs_between_letters_and_figures_never_lose_their_place(text: str) -> None:
    tokens = analyse(text)
    assert all(text[t.start : t.end] == t.surface and t.text and t.position >= 0 for t in tokens)
    assert len(tokens) <= 3 * len(text)


@pytest.mark.parametrize("seed", ["x", "1.", "a-", "a.", "a@", "1:1 ", "lid 1 ", "www.", "zorgplicht", "x.nl/"])
def test_a_long_text_without_spaces_gives_few_terms_of_bounded_length(seed: str) -> None:
    text = seed * 2_000
    assert all(len(token.text) <= 130 for token in analyse(text))
    assert len(analyse(text)) <= len(text)
