"""Runs of words that two texts share."""

from samenspraak.search.shingles import resemblance, shingles


def test_the_same_words_in_another_form_are_the_same_run() -> None:
    assert shingles("De schorsing van leerlingen uit het praktijkonderwijs") == shingles(
        "Schorsing van een leerling, praktijkonderwijs"
    )


def test_resemblance_is_the_share_of_runs_in_common() -> None:
    some, others = shingles("taxi school ouders gemeente vervoer"), shingles("taxi school ouders gemeente bezwaar")
    assert resemblance(some, some) == 1
    assert resemblance(some, others) == 0.5
    assert resemblance(some, shingles("")) == 0


def test_the_order_of_words_counts() -> None:
    assert resemblance(shingles("ouders klagen school"), shingles("school klagen ouders")) == 0
