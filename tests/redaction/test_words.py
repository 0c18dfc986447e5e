"""What words look like in the copies of a text."""

import pytest

from samenspraak.redaction.words import MARK, is_telling, pattern_of, without


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("123456782", "BSN 123456782"),
        ("123456782", "BSN 1234.56.782"),
        ("Piet Jansen", "BSN piet\nJANSEN"),
        ("Piet Jansen", "BSN Piet …"),
        ("Piet & Co", "BSN Piet &amp; Co"),
        ("O'Brien", "BSN O&#39;Brien"),
        ("jan@school.nl", "BSN jan@school.nl"),
    ],
)
def test_words_are_found_as_copies_write_them(words: str, text: str) -> None:
    assert without(pattern_of(words), text).split("BSN ")[1].startswith(MARK)


def test_words_within_longer_ones_stay() -> None:
    assert without(pattern_of("Jan"), "Januari") == "Januari"
    assert without(pattern_of("1234"), "12345") == "12345"


def test_texts_within_fields_and_lists_are_looked_through() -> None:
    assert without(pattern_of("Jan"), {"a": ["Jan", 1], "b": None}) == {"a": [MARK, 1], "b": None}


def test_one_word_without_a_number_does_not_tell_enough_to_look_everywhere() -> None:
    assert not is_telling("Jan")
    assert is_telling("Jan Jansen")
    assert is_telling("123456782")
