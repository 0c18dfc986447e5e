"""Changes between two texts, word by word."""

import random
import time

import pytest

from samenspraak.questions.changes import Piece, PieceKind, compare

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
