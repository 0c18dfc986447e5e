"""Reasons name what scored, and only questions that the viewer may see."""

from samenspraak.matching.common_words import Line
from samenspraak.matching.explanation import (
    AnsweredBefore,
    FaintlyAlike,
    KnowsTheme,
    Profile,
    ProfileNames,
    Subject,
    points_by_term,
    reasons_for,
    subject_of,
)
from samenspraak.matching.parts import Activity, ProfileTerm, ThemePoints, Vote
from samenspraak.search.evidence import Evidence, ProfileEvidence, TermShare, ThreadEvidence
from samenspraak.search.thesaurus import Thesaurus

ANSWERED = AnsweredBefore(1, "Schorsing van een leerling", accepted=True, answer_id=5)
PROFILE = Profile((Line("profiel-0", "Jurist voor schorsingen"),), {"schorsing": "Schorsing"})
NEAR = Evidence((ThreadEvidence(1, 9.0, (7,)), ThreadEvidence(2, 1.0, (7,))))
SUBJECT = subject_of("Wie mag een leerling schorsen? Over schorsing.", Thesaurus(), NEAR)


def test_threads_come_first_and_then_the_words_of_the_profile() -> None:
    parts = (Vote(1, 1.0), ProfileTerm("schors", 0.5), Activity(0.1))
    before, named = reasons_for(parts, SUBJECT, PROFILE, {1: ANSWERED})
    assert before == ANSWERED
    assert isinstance(named, ProfileNames)
    assert [word.found for word in named.common_words] == ["schorsingen"]


def test_a_thread_that_the_viewer_may_not_see_is_not_named() -> None:
    assert reasons_for((Vote(2, 2.0), Vote(1, 1.0)), SUBJECT, Profile(), {1: ANSWERED}) == (ANSWERED,)


def test_a_thread_that_is_hardly_alike_is_not_named() -> None:
    far = AnsweredBefore(2, "Iets anders", accepted=False, answer_id=6)
    assert reasons_for((Vote(2, 1.0),), SUBJECT, Profile(), {2: far}) == (FaintlyAlike(),)


def test_a_theme_is_named_by_its_label() -> None:
    assert reasons_for((ThemePoints("schorsing", 1.0),), SUBJECT, PROFILE, {}) == (KnowsTheme("Schorsing"),)


def test_who_has_nothing_that_scored_has_no_reasons() -> None:
    assert reasons_for((), SUBJECT, PROFILE, {}) == ()


def test_a_word_that_many_profiles_share_is_no_reason() -> None:
    crowd = {person: ProfileEvidence(person, (TermShare("schors", 1.0),)) for person in range(9)}
    shared = subject_of("Over schorsing.", Thesaurus(), Evidence((), crowd))
    parts = (ProfileTerm("schors", 0.5),)
    assert reasons_for(parts, shared, PROFILE, {}) == (FaintlyAlike(),)
    few = subject_of("Over schorsing.", Thesaurus(), Evidence((), {7: crowd[7]}))
    assert reasons_for(parts, few, PROFILE, {}) != (FaintlyAlike(),)


def test_a_question_of_which_nothing_is_known_explains_nothing() -> None:
    assert reasons_for((Vote(1, 1.0),), Subject(), PROFILE, {1: ANSWERED}) == (FaintlyAlike(),)


def test_only_terms_of_the_profile_are_counted_as_its_points() -> None:
    assert points_by_term((Vote(1, 1.0), ProfileTerm("schors", 0.5))) == {"schors": 0.5}
