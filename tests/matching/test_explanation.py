"""Reasons name what scored, and only questions that the viewer may see."""

from samenspraak.matching.explanation import AnsweredBefore, ProfileNames, reasons_for
from samenspraak.search.evidence import Evidence, ProfileEvidence, TermShare

PROFILE = ProfileEvidence(7, (TermShare("schors", 2.0),))
ANSWERED = AnsweredBefore(1, "Schorsing van een leerling", accepted=True)


def test_threads_come_first_and_then_the_words_of_the_profile() -> None:
    found = reasons_for(Evidence((), {7: PROFILE}), 7, (1,), "Jurist voor schorsingen", {1: ANSWERED})
    assert found == (ANSWERED, ProfileNames(("schorsingen",)))


def test_a_thread_that_the_viewer_may_not_see_is_not_named() -> None:
    assert reasons_for(Evidence(), 7, (1, 2), "", {1: ANSWERED}) == (ANSWERED,)


def test_who_has_nothing_that_scored_has_no_reasons() -> None:
    assert reasons_for(Evidence(), 7, (), "Jurist voor schorsingen", {}) == ()
