"""Bringing together what two made of one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.questions.merging import Side, merge_sets, merge_texts, merge_values

WORDS = st.sampled_from(["de", "school", "betaalt", "niets", "vervoer", "- punt", "", ".", "één"])
TEXTS = st.lists(st.lists(WORDS, max_size=5).map(" ".join), max_size=6).map("\n".join)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a text, and what two made of it by changing some lines of it."""
    base = draw(st.lists(st.lists(WORDS, max_size=5).map(" ".join), min_size=1, max_size=6))
    return "\n".join(base), _change(draw, base), _change(draw, base)


def _change(draw: st.DrawFn, base: list[str]) -> str:
    lines = list(base)
    for _time in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(lines)))
        lines[place : place + draw(st.integers(0, 1))] = draw(st.lists(WORDS, max_size=2))
    return "\n".join(lines)


@given(edited())
def test_the_stretches_make_up_all_three_texts_again(texts: tuple[str, str, str]) -> None:
    base, theirs, mine = texts
    stretches = merge_texts(base, theirs, mine).stretches
    assert "".join(each.base for each in stretches) == base
    assert "".join(each.theirs for each in stretches) == theirs
    assert "".join(each.mine for each in stretches) == mine


@given(TEXTS, TEXTS, TEXTS)
def test_texts_that_have_nothing_to_do_with_each_other_are_merged_too(base: str, theirs: str, mine: str) -> None:
    stretches = merge_texts(base, theirs, mine).stretches
    assert ["".join(each) for each in zip(*((s.base, s.theirs, s.mine) for s in stretches), strict=True)] == [
        text for text in (base, theirs, mine) if stretches
    ]


@given(edited())
def test_no_line_that_either_wrote_is_lost(texts: tuple[str, str, str]) -> None:
    base, theirs, mine = texts
    merge = merge_texts(base, theirs, mine)
    for side, text in ((Side.THEIRS, theirs), (Side.MINE, mine)):
        for stretch in merge.stretches:
            written = stretch.theirs if side is Side.THEIRS else stretch.mine
            if written != stretch.base:
                assert written.strip() in stretch.text, (text, stretch)


@given(TEXTS, TEXTS)
def test_who_alone_changed_it_gets_their_text(base: str, changed: str) -> None:
    assert merge_texts(base, changed, base).text == changed
    assert merge_texts(base, base, changed).text == changed
    assert merge_texts(base, changed, changed).text == changed


def test_changes_in_different_paragraphs_fit_together() -> None:
    base = "De school betaalt.\n\nDe gemeente wacht.\n"
    merge = merge_texts(base, "De school betaalt alles.\n\nDe gemeente wacht.\n", base + "\nMeer volgt.\n")
    assert merge.conflicts == ()
    assert merge.text == "De school betaalt alles.\n\nDe gemeente wacht.\n\nMeer volgt.\n"


def test_changes_of_different_words_of_a_line_fit_together() -> None:
    merge = merge_texts("een twee drie vier vijf", "EEN twee drie vier vijf", "een twee drie vier VIJF")
    assert (merge.text, merge.conflicts) == ("EEN twee drie vier VIJF", ())


def test_what_collides_is_shown_as_whole_lines_and_both_stay() -> None:
    merge = merge_texts(
        "Aan.\nDe gemeente betaalt.\nUit.", "Aan.\nHet rijk betaalt.\nUit.", "Aan.\nDe ouders betalen.\nUit."
    )
    (conflict,) = merge.conflicts
    assert (conflict.theirs, conflict.mine) == ("Het rijk betaalt.\n", "De ouders betalen.\n")
    assert merge.text == "Aan.\nHet rijk betaalt.\nDe ouders betalen.\nUit."


def test_a_paragraph_that_one_took_away_and_the_other_changed_is_a_conflict() -> None:
    merge = merge_texts("Een.\nTwee.\n", "Een.\n", "Een.\nTwee en een half.\n")
    assert len(merge.conflicts) == 1
    assert "Twee en een half." in merge.text


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "held"),
    [
        ("a", "b", "a", ("b", False)),
        ("a", "a", "b", ("b", False)),
        ("a", "b", "b", ("b", False)),
        ("a", "b", "c", ("c", True)),
    ],
)
def test_of_one_value_the_changed_one_is_held(base: str, theirs: str, mine: str, held: tuple[str, bool]) -> None:
    assert merge_values(base, theirs, mine) == held


def test_of_a_set_both_additions_stay_and_both_removals_go() -> None:
    assert merge_sets([1, 2, 3], [1, 2, 4], [2, 3, 5]) == (2, 4, 5)
