"""Changes between two texts, word by word."""

import itertools
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.questions.changes import Piece, PieceKind, compare, words_of

TEXTS = [
    ("", ""),
    ("", "Nieuw."),
    ("Oud.", ""),
    ("De school beslist.", "De school beslist niet."),
    ("Eerste regel.\n\nTweede regel.", "Eerste regel.\n\n- punt\n- punt\n\nTweede."),
    ("één ‘vol’ kind", "een 'vol' kind"),
    ("a " * 3000, "b " * 3000),
]


@pytest.mark.parametrize(("old", "new"), TEXTS)
def test_the_pieces_make_up_both_texts_again(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert "".join(each.text for each in pieces if each.kind is not PieceKind.ADDED) == old
    assert "".join(each.text for each in pieces if each.kind is not PieceKind.REMOVED) == new


def test_one_changed_word_is_one_removed_and_one_added() -> None:
    assert compare("De gemeente betaalt alles.", "De gemeente betaalt niets.") == (
        Piece(PieceKind.KEPT, "De gemeente betaalt "),
        Piece(PieceKind.REMOVED, "alles"),
        Piece(PieceKind.ADDED, "niets"),
        Piece(PieceKind.KEPT, "."),
    )


def test_the_longest_text_of_few_different_words_is_compared_quickly() -> None:
    some = random.Random(1)  # noqa: S311 - a fixed shuffle
    words = [f"w{number}" for number in range(90)]
    old, new = (" ".join(some.choices(words, k=6000))[:20_000] for _ in range(2))
    began = time.monotonic()
    compare(old, new)
    assert time.monotonic() - began < 1


def test_the_last_word_stays_when_a_paragraph_comes_after_it() -> None:
    assert compare("Wat leerlingen merken", "Wat leerlingen merken\n\nEn dan?") == (
        Piece(PieceKind.KEPT, "Wat leerlingen merken"),
        Piece(PieceKind.ADDED, "\n\nEn dan?"),
    )


def test_the_last_word_stays_when_the_line_goes_on_after_it() -> None:
    assert compare("De school", "De school betaalt") == (
        Piece(PieceKind.KEPT, "De school"),
        Piece(PieceKind.ADDED, " betaalt"),
    )


def test_a_word_stays_when_a_sign_comes_between_it_and_the_space() -> None:
    assert compare("De school mag dit.", "De school, mag dit.") == (
        Piece(PieceKind.KEPT, "De school"),
        Piece(PieceKind.ADDED, ","),
        Piece(PieceKind.KEPT, " mag dit."),
    )


WORDS = st.sampled_from(["de", "school", "één", ",", ".", "- ", " ", "  ", "\n", "\n\n", "\r\n", "betaalt", "\t"])
WRITTEN = st.lists(WORDS, max_size=14).map("".join)


def _words(piece: Piece) -> list[str]:
    return [word.strip() for word in words_of(piece.text) if word.strip()]


@given(WRITTEN, WRITTEN)
def test_applying_a_change_gives_the_new_text_and_taking_it_back_the_old(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert "".join(each.text for each in pieces if each.kind is not PieceKind.REMOVED) == new
    assert "".join(each.text for each in pieces if each.kind is not PieceKind.ADDED) == old


@given(WRITTEN, WRITTEN)
def test_no_word_stands_as_removed_and_as_added_in_one_place(old: str, new: str) -> None:
    pieces = compare(old, new)
    for one, other in itertools.pairwise(pieces):
        assert one.kind is not other.kind
        if {one.kind, other.kind} == {PieceKind.REMOVED, PieceKind.ADDED}:
            assert not set(_words(one)) & set(_words(other))
