"""Introductions: both agree before either is told how to reach the other; one is open for a pair and a subject."""

import datetime as dt

import pytest

from samenspraak.conversations.actions import agree, decline, propose, withdraw
from samenspraak.conversations.kinds import IntroductionState
from samenspraak.conversations.models import Introduction
from samenspraak.conversations.queries import (
    find_introduction,
    list_introductions,
    meeting_for,
    waiting_introductions,
)
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany
from samenspraak.core.events import commit
from samenspraak.people.actions.attempts import INTRODUCTIONS_OF_ONE
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.rules import VISITOR
from samenspraak.questions.kinds import Visibility
from samenspraak.wiring import WIRING
from tests.factories.experiences import make_experience
from tests.factories.introductions import draft_between, make_coordinator, make_introduction
from tests.factories.people import make_organisation, make_person, organisation_of, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON

LATER = NOON + dt.timedelta(hours=1)


@pytest.fixture
def pair(session: Session) -> tuple[Person, Person]:
    """Two who coordinate a partnership each."""
    return make_coordinator(session, "SWV De Brug", "Roos"), make_coordinator(session, "SWV De Vlinder", "Sem")


def test_it_is_made_once_the_other_agrees(session: Session, pair: tuple[Person, Person]) -> None:
    one, other = pair
    introduction = make_introduction(session, one, other)

    assert (introduction.state, introduction.agreed_by_id) == (IntroductionState.PROPOSED, one.id)
    assert [each.id for each in waiting_introductions(session, viewer(other))] == [introduction.id]
    assert waiting_introductions(session, viewer(one)) == []
    agree(session, viewer(other), introduction.id, LATER)
    assert (introduction.state, introduction.closed_at) == (IntroductionState.MADE, LATER)
    assert introduction.other_agreed_by_id == other.id
    assert waiting_introductions(session, viewer(other)) == []


def test_the_proposer_cannot_agree_for_the_other(session: Session, pair: tuple[Person, Person]) -> None:
    introduction = make_introduction(session, *pair)

    agree(session, viewer(pair[0]), introduction.id, LATER)

    assert introduction.state is IntroductionState.PROPOSED


def test_what_a_moderator_proposes_waits_for_both(session: Session, pair: tuple[Person, Person]) -> None:
    moderator = make_person(session, Role.MODERATOR)
    introduction = make_introduction(session, *pair, by=moderator)

    with pytest.raises(NotAllowed):
        agree(session, viewer(moderator), introduction.id, LATER)
    for person in pair:
        assert introduction.state is IntroductionState.PROPOSED
        assert len(waiting_introductions(session, viewer(person))) == 1
        agree(session, viewer(person), introduction.id, LATER)
    assert introduction.state is IntroductionState.MADE
    agree(session, viewer(pair[0]), introduction.id, LATER)


def test_one_is_open_for_a_pair_and_a_subject_whoever_proposes(session: Session, pair: tuple[Person, Person]) -> None:
    one, other = pair
    introduction = make_introduction(session, one, other)
    experience = make_experience(session, organisation_of(session, other))

    for first, second in ((one, other), (other, one)):
        with pytest.raises(Conflict, match="introduction-open"):
            make_introduction(session, first, second)
    make_introduction(session, one, other, experience_id=experience.id)
    meeting = meeting_for(session, viewer(one))
    assert meeting.is_open_with(organisation_of(session, other).id, None, experience.id)
    assert not meeting.is_open_with(organisation_of(session, other).id, 999, None)
    decline(session, viewer(other), introduction.id, "Nu niet.", LATER)
    assert (introduction.state, introduction.reason) == (IntroductionState.DECLINED, "Nu niet.")
    assert make_introduction(session, other, one).id != introduction.id


def test_the_same_form_sent_twice_proposes_once(session: Session, pair: tuple[Person, Person]) -> None:
    first = make_introduction(session, *pair, submission="sleutel")

    assert make_introduction(session, *pair, submission="sleutel") is first


def test_nobody_proposes_and_takes_back_without_end(session: Session, pair: tuple[Person, Person]) -> None:
    first, other = pair
    draft = draft_between(session, first, other)
    for _ in range(INTRODUCTIONS_OF_ONE.most):
        withdraw(session, viewer(first), propose(session, viewer(first), draft, NOON).id, NOON)

    with pytest.raises(TooMany):
        propose(session, viewer(first), draft, NOON)

    assert propose(session, viewer(first), draft, NOON + INTRODUCTIONS_OF_ONE.within)


def test_who_proposed_may_take_it_back_and_the_other_may_not(session: Session, pair: tuple[Person, Person]) -> None:
    introduction = make_introduction(session, *pair)

    with pytest.raises(NotAllowed):
        withdraw(session, viewer(pair[1]), introduction.id, LATER)
    withdraw(session, viewer(pair[0]), introduction.id, LATER)

    assert introduction.state is IntroductionState.WITHDRAWN
    for act in (
        lambda: agree(session, viewer(pair[1]), introduction.id, LATER),
        lambda: decline(session, viewer(pair[1]), introduction.id, "", LATER),
        lambda: withdraw(session, viewer(pair[0]), introduction.id, LATER),
    ):
        with pytest.raises(Conflict, match="introduction-closed"):
            act()


def test_a_moderator_takes_back_an_own_proposal(session: Session, pair: tuple[Person, Person]) -> None:
    moderator = make_person(session, Role.MODERATOR)
    introduction = make_introduction(session, *pair, by=moderator)

    with pytest.raises(NotAllowed):
        withdraw(session, viewer(pair[0]), introduction.id, LATER)
    withdraw(session, viewer(moderator), introduction.id, LATER)

    assert introduction.state is IntroductionState.WITHDRAWN


def test_nobody_else_sees_or_touches_it(session: Session, pair: tuple[Person, Person]) -> None:
    introduction = make_introduction(session, *pair)
    colleague = make_person(session, Role.MEMBER, organisation=organisation_of(session, pair[0]))

    for who in (viewer(make_coordinator(session)), viewer(colleague), VISITOR):
        with pytest.raises(NotFound):
            find_introduction(session, who, introduction.id)
        with pytest.raises(NotFound):
            agree(session, who, introduction.id, LATER)
        assert list_introductions(session, who).under_way == ()


def test_only_who_coordinates_or_moderates_proposes(session: Session, pair: tuple[Person, Person]) -> None:
    for who in (viewer(make_coordinator(session)), viewer(make_person(session)), VISITOR):
        with pytest.raises(NotAllowed):
            propose(session, who, draft_between(session, *pair), NOON)


def test_a_partnership_needs_someone_to_meet_and_is_not_its_own_other(
    session: Session, pair: tuple[Person, Person]
) -> None:
    nobody = make_organisation(session)
    with pytest.raises(Conflict, match="nobody-to-meet"):
        make_introduction(session, *pair, other_id=nobody.id)
    with pytest.raises(Invalid, match="same-partnership"):
        make_introduction(session, pair[0], pair[0])
    with pytest.raises(NotFound):
        make_introduction(session, pair[0], make_person(session, Role.MODERATOR), other_id=999_999)


def test_the_subject_is_the_others_can_be_seen_and_gives_nobody_away(
    session: Session, pair: tuple[Person, Person]
) -> None:
    one, other = pair
    partnership = organisation_of(session, other)
    closed = make_experience(session, partnership, is_open_to_contact=False)
    subjects = [
        {"question_id": make_question(session, asker=other, is_anonymous=True).id},
        {"question_id": make_question(session, asker=other, visibility=Visibility.RESTRICTED).id},
        {"question_id": make_question(session).id},
        {"experience_id": closed.id},
        {"experience_id": make_experience(session).id},
    ]

    for subject in subjects:
        with pytest.raises(NotFound):
            make_introduction(session, one, other, **subject)
    question = make_question(session, asker=other)
    assert make_introduction(session, one, other, question_id=question.id).question_id == question.id


def test_an_experience_that_is_removed_leaves_the_introduction(session: Session, pair: tuple[Person, Person]) -> None:
    one, other = pair
    experience = make_experience(session, organisation_of(session, other))
    introduction = make_introduction(session, one, other, experience_id=experience.id)
    session.delete(experience)
    commit(session, WIRING, NOON)
    session.expire_all()

    assert session.get_one(Introduction, introduction.id).experience_id is None
