"""Two texts beside each other."""

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.questions.changes import Piece, PieceKind
from samenspraak.questions.sides import Band, beside

LINES = st.sampled_from(["De school betaalt.", "De school betaalt niets.", "", "- punt", "één ‘vol’ kind"])
TEXTS = st.lists(LINES, max_size=12).map("\n".join)


def _text(bands: tuple[Band, ...], *, left: bool) -> str:
    pairs = [pair for band in bands for pair in band.pairs]
    return "".join(piece.text for pair in pairs for piece in (pair.left if left else pair.right))


@given(TEXTS, TEXTS)
def test_each_side_makes_up_its_text_again(old: str, new: str) -> None:
    bands = beside(old, new)
    assert (_text(bands, left=True), _text(bands, left=False)) == (old, new)


@given(TEXTS, TEXTS)
def test_nothing_that_changed_is_folded(old: str, new: str) -> None:
    assert not any(pair.is_changed for band in beside(old, new) if band.is_folded for pair in band.pairs)


def test_lines_that_belong_together_stand_beside_each_other_with_their_words_marked() -> None:
    (band,) = beside("Een.\nDe gemeente betaalt.", "Een.\nDe gemeente wacht.")
    changed = band.pairs[1]
    assert changed.left[1] == Piece(PieceKind.REMOVED, "betaalt")
    assert changed.right[1] == Piece(PieceKind.ADDED, "wacht")


def test_what_is_far_from_a_change_is_folded() -> None:
    text = "\n".join(f"Regel {number}." for number in range(20))
    bands = beside(text, text.replace("Regel 10.", "Regel tien."))
    assert [(band.is_folded, len(band.pairs)) for band in bands] == [(True, 8), (False, 5), (True, 7)]


def test_the_longest_texts_are_laid_beside_each_other_without_end() -> None:
    bands = beside("\n" * 20_000, "a\n" * 10_000)
    assert _text(bands, left=False) == "a\n" * 10_000
