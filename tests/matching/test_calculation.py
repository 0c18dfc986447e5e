"""The whole calculation adds up, and names nothing that its reader may not see."""

import datetime as dt
import math

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.matching.asked import read_question
from samenspraak.matching.calculation import (
    Active,
    Known,
    KnownTheme,
    OtherTalks,
    Refused,
    Substitutes,
    Talk,
    Word,
    calculate,
)
from samenspraak.matching.common_words import Line
from samenspraak.matching.eligibility import Candidate
from samenspraak.matching.explanation import AnsweredBefore, Profile
from samenspraak.matching.parts import Activity, ProfileTerm, RefusedSubject, StandsIn, ThemePoints, Vote
from samenspraak.matching.ranking import rank_experts
from samenspraak.search.evidence import Evidence, History, ProfileEvidence, TermShare, ThreadEvidence
from samenspraak.search.thesaurus import Thesaurus
from tests.support.site import NOON

ASKED = read_question("Wie regelt het vervoer?", Thesaurus())
PROFILE = Profile((Line("profiel-0", "Kent leerlingenvervoer"),), {"vervoer": "Leerlingenvervoer"})
SEEN = {1: AnsweredBefore(1, "Vervoer", accepted=True, answer_id=4)}

POINTS = st.floats(0, 5, allow_nan=False)
PEOPLE = st.integers(1, 6)
THREADS = st.lists(
    st.builds(
        ThreadEvidence,
        st.integers(1, 40),
        st.floats(0.01, 20),
        st.lists(PEOPLE, min_size=1, max_size=3, unique=True).map(tuple),
        st.none() | st.floats(0, NOON.timestamp()),
    ),
    max_size=12,
    unique_by=lambda thread: thread.key,
)
SHARES = st.lists(st.builds(TermShare, st.sampled_from(["vervoer", "wet", "bus"]), st.floats(0.01, 9)), max_size=3)
EVIDENCE = st.builds(
    Evidence,
    THREADS,
    st.dictionaries(PEOPLE, SHARES.map(tuple)).map(
        lambda found: {person: ProfileEvidence(person, shares) for person, shares in found.items()}
    ),
    st.just(History.of(())),
)


@given(EVIDENCE, st.sets(st.integers(1, 40)))
def test_what_is_shown_is_the_score_for_any_evidence(evidence: Evidence, visible: set[int]) -> None:
    answers = {key: AnsweredBefore(key, "Titel", accepted=False, answer_id=key) for key in visible}
    for ranked in rank_experts(evidence, map(Candidate, range(1, 7)), NOON):
        assert math.isclose(ranked.score, math.fsum(part.points for part in ranked.parts))
        found = calculate(ranked.parts, ASKED, PROFILE, Known(answers))
        assert found.total == sum(row.points for row in found.rows)
        assert abs(found.total - ranked.score * 1000) <= 0.5 + 1e-6


def test_every_part_is_told_with_where_it_came_from() -> None:
    parts = (Vote(1, 1.0), ProfileTerm("vervoer", 0.5), ThemePoints("vervoer", 0.25), Activity(0.1))
    found = calculate(parts, ASKED, PROFILE, Known(SEEN))
    assert found.rows == (
        Talk(SEEN[1], 1000),
        Word("vervoer", "vervoer", "leerlingenvervoer", "profiel-0", is_part=True, points=500),
        KnownTheme("Leerlingenvervoer", 250),
        Active(100),
    )
    assert found.total == 1850


def test_questions_that_the_reader_may_not_see_are_one_row_however_many() -> None:
    one = calculate((Vote(2, 0.6),), ASKED, PROFILE, Known(SEEN))
    several = calculate((Vote(3, 0.4), Vote(2, 0.2)), ASKED, PROFILE, Known(SEEN))
    assert one == several
    assert one.rows == (OtherTalks(600),)


def test_a_synonym_is_told_with_the_word_that_was_asked() -> None:
    found = calculate((ProfileTerm("wet", 0.1),), ASKED, PROFILE, {})
    assert found.rows == (Word("wet", "", "", "", is_part=False, points=100),)


def test_a_refused_subject_takes_points_and_is_named_only_to_who_may_see_it() -> None:
    parts = (Vote(1, 1.0), RefusedSubject(8, -0.6), StandsIn(5, dt.date(2013, 3, 24), 0.2))
    known = Known(SEEN, {8: "Een vraag over geld"}, {5: "Anna Afwezig"})
    found = calculate(parts, ASKED, PROFILE, known)
    assert found.rows == (
        Talk(SEEN[1], 1000),
        Refused(8, "Een vraag over geld", -600),
        Substitutes("Anna Afwezig", dt.date(2013, 3, 24), 200),
    )
    assert found.total == 600
    assert calculate(parts, ASKED, PROFILE, Known(SEEN)).rows[1] == Refused(8, "", -600)
