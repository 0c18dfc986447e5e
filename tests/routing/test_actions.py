"""Inviting, answering an invitation, and what is refused."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.matching.eligibility import LeftOut
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Guest, Question
from samenspraak.routing.actions import accept, decline, invite, propose, withdraw
from samenspraak.routing.events import InvitationMoved
from samenspraak.routing.invitable import CannotBeInvited
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import DeclineReason, InvitationState
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.clock import expire_due
from tests.support.site import NOON


def moved(session: Session) -> list[tuple[str, int | None]]:
    """The states that were told of, and by whom they came."""
    events = session.info.get("samenspraak.events", [])
    return [(event.state, event.by_id) for event in events if isinstance(event, InvitationMoved)]


def guests(session: Session, question: Question) -> set[int]:
    return set(session.scalars(select(Guest.person_id).where(Guest.question_id == question.id)))


def steps(session: Session, invitation: Invitation) -> list[InvitationState]:
    found = select(InvitationStep.state).where(InvitationStep.invitation_id == invitation.id)
    return list(session.scalars(found.order_by(InvitationStep.id)))


def test_an_invitation_is_kept_with_its_steps_its_deadline_and_its_guest(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)

    invitation = make_invited(session, question, expert, note="Graag uw ervaring.")

    assert invitation.state is InvitationState.INVITED
    assert invitation.note == "Graag uw ervaring."
    assert invitation.respond_by == dt.datetime(2013, 3, 21, 22, 59, 59, tzinfo=dt.UTC)
    assert steps(session, invitation) == [InvitationState.PROPOSED, InvitationState.INVITED]
    assert guests(session, question) == {expert.id}
    assert moved(session) == [("proposed", None), ("invited", question.asker_id)]


def test_who_was_proposed_is_invited_in_the_same_row(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    [proposed] = propose(session, question.id, [expert.id], NOON)

    assert propose(session, question.id, [expert.id], NOON) == []
    assert make_invited(session, question, expert).id == proposed.id


def test_an_expert_accepts(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_invited(session, question, expert)

    accept(session, viewer(expert), invitation.id, NOON)

    assert invitation.state is InvitationState.ACCEPTED
    assert guests(session, question) == {expert.id}


def test_an_expert_declines_with_a_reason_and_is_let_out(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_invited(session, question, expert)

    decline(session, viewer(expert), invitation.id, DeclineReason.NO_TIME, "Tot mei vol.", NOON)

    assert (invitation.state, invitation.declined_because, invitation.reason) == (
        InvitationState.DECLINED,
        DeclineReason.NO_TIME,
        "Tot mei vol.",
    )
    assert guests(session, question) == set()
    with pytest.raises(Conflict, match="invitation-declined"):
        make_invited(session, question, expert)


def test_another_reason_needs_words(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_invited(session, question, expert)

    with pytest.raises(Invalid):
        decline(session, viewer(expert), invitation.id, DeclineReason.OTHER, "", NOON)


def test_whoever_answered_stays_a_guest_after_a_withdrawal(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_accepted(session, question, expert)
    make_answer(session, question, author=expert)

    withdraw(session, viewer(question.asker), invitation.id, NOON)

    assert invitation.state is InvitationState.WITHDRAWN
    assert guests(session, question) == {expert.id}


def test_a_withdrawn_invitation_may_be_made_again(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_invited(session, question, expert)
    withdraw(session, viewer(question.asker), invitation.id, NOON)

    again = make_invited(session, question, expert, now=NOON + dt.timedelta(days=4))

    assert again.id == invitation.id
    assert again.closed_at is None
    assert again.respond_by == dt.datetime(2013, 3, 25, 22, 59, 59, tzinfo=dt.UTC)


def test_what_was_withdrawn_twice_is_not_made_again_and_nobody_else_is_asked_with_it(session: Session) -> None:
    question, expert, other = make_question(session), make_expert(session), make_expert(session)
    for _ in range(2):
        withdraw(session, viewer(question.asker), make_invited(session, question, expert).id, NOON)

    with pytest.raises(Conflict, match="withdrawn-too-often"):
        invite(session, viewer(question.asker), question.id, [other.id, expert.id], "", NOON)
    assert [each.state for each in session.scalars(select(Invitation))] == [InvitationState.WITHDRAWN]


def test_three_are_asked_at_most(session: Session) -> None:
    question = make_question(session)
    for _ in range(2):
        make_invited(session, question, make_expert(session))
    more = [make_expert(session).id for _ in range(2)]

    with pytest.raises(Conflict, match="most-open"):
        invite(session, viewer(question.asker), question.id, more, "", NOON)
    invite(session, viewer(question.asker), question.id, more[:1], "", NOON)


def test_all_are_invited_or_none(session: Session) -> None:
    question, free, full = make_question(session), make_expert(session), make_expert(session, weekly_capacity=0)

    with pytest.raises(CannotBeInvited) as refusal:
        invite(session, viewer(question.asker), question.id, [free.id, full.id], "", NOON)

    assert (refusal.value.expert_id, refusal.value.left_out) == (full.id, LeftOut.FULL)
    assert session.scalars(select(Invitation)).all() == []


def test_the_same_is_not_invited_twice(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    make_invited(session, question, expert)

    with pytest.raises(Conflict, match="already-invited"):
        make_invited(session, question, expert)


def test_a_full_expert_is_refused_until_a_question_is_answered(session: Session) -> None:
    expert, earlier = make_expert(session, weekly_capacity=1), make_question(session)
    make_accepted(session, earlier, expert, now=NOON - dt.timedelta(weeks=1))
    question = make_question(session)

    with pytest.raises(CannotBeInvited, match="expert-full"):
        make_invited(session, question, expert)
    make_answer(session, earlier, author=expert)
    make_invited(session, question, expert)


def test_an_expert_who_is_away_is_refused_and_one_who_will_be_is_not(session: Session) -> None:
    question, away, leaving = make_question(session), make_expert(session), make_expert(session)
    today = dt.date(2013, 3, 14)
    session.add(AwayPeriod(person_id=away.id, first_day=today - dt.timedelta(days=3), last_day=today))
    session.add(
        AwayPeriod(person_id=leaving.id, first_day=today + dt.timedelta(days=1), last_day=today + dt.timedelta(days=9))
    )
    session.flush()

    with pytest.raises(CannotBeInvited, match="expert-away"):
        make_invited(session, question, away)
    make_invited(session, question, leaving)


def test_an_expert_of_the_askers_own_organisation_is_refused(session: Session) -> None:
    partnership = make_organisation(session)
    question = make_question(session, asker=make_person(session, Role.COORDINATOR, organisation=partnership))

    with pytest.raises(CannotBeInvited, match="expert-own_organisation"):
        make_invited(session, question, make_expert(session, organisation=partnership))


def test_who_is_no_listed_expert_is_not_found(session: Session) -> None:
    question = make_question(session)

    for person in (make_person(session, Role.EXPERT), make_expert(session, is_listed=False)):
        with pytest.raises(NotFound):
            make_invited(session, question, person)


def test_others_may_not_invite(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    hidden = make_question(session, visibility=Visibility.RESTRICTED)
    stranger = viewer(make_person(session, Role.COORDINATOR))

    with pytest.raises(NotAllowed):
        invite(session, stranger, question.id, [expert.id], "", NOON)
    with pytest.raises(NotFound):
        invite(session, stranger, hidden.id, [expert.id], "", NOON)


def test_a_moderator_invites_for_the_asker_and_withdraws(session: Session) -> None:
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY)
    moderator = viewer(make_person(session, Role.MODERATOR, organisation=ministry))
    question, expert = make_question(session, visibility=Visibility.RESTRICTED), make_expert(session)

    [invitation] = invite(session, moderator, question.id, [expert.id], "", NOON)
    withdraw(session, moderator, invitation.id, NOON)

    assert invitation.invited_by_id == moderator.person_id
    assert invitation.state is InvitationState.WITHDRAWN


@pytest.mark.parametrize("who", ["another expert", "the asker", "a moderator"])
def test_nobody_responds_for_an_expert(session: Session, who: str) -> None:
    question = make_question(session)
    people: dict[str, Person] = {
        "another expert": make_expert(session),
        "the asker": question.asker,
        "a moderator": make_person(session, Role.MODERATOR),
    }
    invitation = make_invited(session, question, make_expert(session))

    with pytest.raises(NotFound):
        accept(session, viewer(people[who]), invitation.id, NOON)
    with pytest.raises(NotFound):
        decline(session, viewer(people[who]), invitation.id, DeclineReason.NO_TIME, "", NOON)


def test_an_expert_does_not_withdraw(session: Session) -> None:
    expert = make_expert(session)
    invitation = make_invited(session, make_question(session), expert)

    with pytest.raises(NotFound):
        withdraw(session, viewer(expert), invitation.id, NOON)


def test_the_clock_closes_what_is_due_once(session: Session) -> None:
    question, late, decided = make_question(session), make_expert(session), make_expert(session)
    invitation = make_invited(session, question, late)
    make_accepted(session, question, decided)
    last_second = dt.datetime(2013, 3, 21, 22, 59, 59, tzinfo=dt.UTC)

    assert expire_due(session, last_second) == 0
    assert expire_due(session, last_second + dt.timedelta(seconds=1)) == 1
    assert expire_due(session, last_second + dt.timedelta(days=1)) == 0
    assert invitation.state is InvitationState.EXPIRED
    assert moved(session)[-1] == ("expired", None)
    assert guests(session, question) == {decided.id}


def test_who_answered_without_accepting_does_not_run_out(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_invited(session, question, expert)
    make_answer(session, question, author=expert)

    assert expire_due(session, NOON + dt.timedelta(days=30)) == 0
    assert invitation.state is InvitationState.INVITED


def test_who_answered_takes_no_place_any_more(session: Session) -> None:
    question = make_question(session)
    answering = [make_expert(session) for _ in range(3)]
    for expert in answering:
        make_accepted(session, question, expert)
    make_answer(session, question, author=answering[0])

    make_invited(session, question, make_expert(session))
    with pytest.raises(Conflict, match="most-open"):
        make_invited(session, question, make_expert(session))
