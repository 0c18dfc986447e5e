"""What must hold of every question at every moment, whatever people and the clock did."""

import datetime as dt
from collections import defaultdict
from itertools import pairwise

from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.core.outbox import OutboxRow
from samenspraak.notifications.actions import SEND_MAIL
from samenspraak.notifications.models import Mail, Notice, NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.questions.models.answer import Acceptance
from samenspraak.questions.models.question import Question
from samenspraak.routing.kinds import RouteStage, RouteStepKind
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.models.route import Route, RouteStep
from samenspraak.routing.next_steps import NextKind, NextStep, what_comes_next
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.rules import (
    MOST_OPEN_PER_QUESTION,
    MOST_PAUSED,
    MOST_WITHDRAWN,
    OPEN,
    TRANSITIONS,
    InvitationState,
)

WITH_A_DAY = {NextKind.ASKER_CHOOSES, NextKind.EXPERTS_REACT, NextKind.EXPERTS_ANSWER, NextKind.DESK_RESPONDS}
REFUSED = {InvitationState.DECLINED, InvitationState.FORWARDED}


def check_all(session: Session) -> None:
    """Check everything that must hold."""
    check_next_steps(session)
    check_lives(session)
    check_messages(session)
    check_reminders(session)
    check_withdrawn(session)
    check_pauses(session)
    check_reminders_of_askers(session)


def check_next_steps(session: Session) -> None:
    """Every open question has a next step with a day or a person; a closed or accepted one has none."""
    accepted = set(session.scalars(select(Acceptance.question_id)))
    questions = session.scalars(select(Question)).all()
    following = what_comes_next(session, [each.id for each in questions])
    for question in questions:
        route = session.get_one(Route, question.id)
        is_over = question.closed_at is not None or question.id in accepted
        assert (question.id not in following) is is_over, question.id
        assert (route.stage is RouteStage.ENDED) is is_over, (question.id, route.stage)
        if not is_over:
            check_next_step(following[question.id], route)


def check_next_step(step: NextStep, route: Route) -> None:
    if step.kind in WITH_A_DAY:
        assert step.until is not None, step
    if step.kind is NextKind.SAMENSPRAAK_CHOOSES:
        assert route.due_at is not None, step
    assert (step.kind is NextKind.ASKER_JUDGES) is (route.stage is RouteStage.ANSWERED), (step, route.stage)


def check_lives(session: Session) -> None:
    """Each invitation lived by the table, and nobody is asked again who said no; no more are asked than may be."""
    steps: dict[int, list[InvitationStep]] = defaultdict(list)
    for step in session.scalars(select(InvitationStep).order_by(InvitationStep.id)):
        steps[step.invitation_id].append(step)
    allowed = {(before, after) for (before, _act), after in TRANSITIONS.items()}
    for lived in steps.values():
        states = [each.state for each in lived]
        assert all(pair in allowed for pair in pairwise(states)), states
        assert not any(state in REFUSED for state in states[:-1]), states
        by_ourselves = [each for each in lived if each.state is InvitationState.INVITED and each.by_id is None]
        assert len(by_ourselves) <= 1, "Samenspraak asked someone twice"
    waiting = select(func.count()).where(Invitation.state.in_(OPEN), ~HAS_ANSWERED).group_by(Invitation.question_id)
    assert max(session.scalars(waiting), default=0) <= MOST_OPEN_PER_QUESTION
    for invitation in session.scalars(select(Invitation).where(Invitation.state.in_(OPEN), ~HAS_ANSWERED)):
        is_new = invitation.state is InvitationState.INVITED
        assert (invitation.respond_by if is_new else invitation.answer_by) is not None


def check_messages(session: Session) -> None:
    """Nothing that somebody had to be told was lost, and nothing was told twice."""
    told = {(each.person_id, each.kind, each.cause) for each in session.scalars(select(Notice))}
    mails = {(each.cause, each.recipient) for each in session.scalars(select(Mail))}
    addresses = dict(session.execute(select(Person.id, Person.email)).all())
    steps = session.execute(
        select(InvitationStep.id, InvitationStep.state, Invitation.expert_id, Question.asker_id)
        .join(Invitation, Invitation.id == InvitationStep.invitation_id)
        .join(Question, Question.id == Invitation.question_id)
    )
    kinds = {
        InvitationState.ACCEPTED: NoticeKind.INVITATION_ACCEPTED,
        InvitationState.DECLINED: NoticeKind.INVITATION_DECLINED,
        InvitationState.FORWARDED: NoticeKind.INVITATION_FORWARDED,
        InvitationState.EXPIRED: NoticeKind.INVITATION_EXPIRED,
    }
    for step_id, state, expert_id, asker_id in steps:
        cause = f"step:{step_id}"
        if state is InvitationState.INVITED:
            assert (expert_id, NoticeKind.INVITED, cause) in told
            assert (f"invited:{cause}", addresses[expert_id]) in mails
        elif state in kinds:
            assert (asker_id, kinds[state], cause) in told, state
    for step in session.scalars(select(RouteStep)):
        check_told(session, step, told, mails)
    sent = session.scalar(select(func.count()).where(OutboxRow.effect == SEND_MAIL))
    assert sent == len(mails) == session.scalar(select(func.count(Mail.id)))


def check_told(
    session: Session, step: RouteStep, told: set[tuple[int, NoticeKind, str]], mails: set[tuple[str, str]]
) -> None:
    asker_id, cause = session.get_one(Question, step.question_id).asker_id, f"{step.kind.value}:{step.id}"
    if step.kind is RouteStepKind.REMINDED:
        assert any(each == cause for _person, _kind, each in told), "a reminder reached nobody"
        assert any(each == f"reminded:{cause}" for each, _address in mails)
    elif step.kind in {RouteStepKind.TO_DESK, RouteStepKind.TO_MODERATOR}:
        assert (asker_id, NoticeKind.MOVED_ON, cause) in told
    elif step.kind is RouteStepKind.PAUSED:
        assert (asker_id, NoticeKind.WAITS_FOR_ASKER, cause) in told


def check_reminders(session: Session) -> None:
    """An expert is reminded once for a deadline at the most, and nothing runs out while one waits for the asker."""
    reminded = (
        select(RouteStep.question_id, RouteStep.person_id, func.count())
        .join(Question, (Question.id == RouteStep.question_id) & (Question.asker_id != RouteStep.person_id))
        .where(RouteStep.kind == RouteStepKind.REMINDED, RouteStep.organisation_id.is_(None))
    )
    deadlines = {
        (question_id, expert_id): count
        for question_id, expert_id, count in session.execute(
            select(Invitation.question_id, Invitation.expert_id, func.count())
            .join(InvitationStep, InvitationStep.invitation_id == Invitation.id)
            .where(InvitationStep.state.in_(OPEN))
            .group_by(Invitation.question_id, Invitation.expert_id)
        )
    }
    for question_id, person_id, count in session.execute(reminded.group_by(RouteStep.question_id, RouteStep.person_id)):
        assert count <= deadlines[question_id, person_id]
    for route in session.scalars(select(Route).where(Route.paused_at.is_not(None))):
        check_stands_still(session, route.question_id, route.paused_at or dt.datetime.now(dt.UTC))


def check_withdrawn(session: Session) -> None:
    """Nobody is asked and asked no more without end."""
    withdrawn = select(func.count()).where(InvitationStep.state == InvitationState.WITHDRAWN)
    counts = session.scalars(withdrawn.group_by(InvitationStep.invitation_id))
    assert max(counts, default=0) <= MOST_WITHDRAWN


def check_pauses(session: Session) -> None:
    """Nobody asks the asker something and goes on again without end."""
    paused = select(func.count()).where(RouteStep.kind == RouteStepKind.PAUSED)
    counts = session.scalars(paused.group_by(RouteStep.question_id, RouteStep.by_id))
    assert max(counts, default=0) <= MOST_PAUSED


def check_reminders_of_askers(session: Session) -> None:
    """For whom one waits is reminded of it once a pause at the most, and not when nobody waits."""
    may_be_reminded: dict[int, bool] = defaultdict(bool)
    steps = select(RouteStep, Question.asker_id).join(Question, Question.id == RouteStep.question_id)
    for step, asker_id in session.execute(steps.order_by(RouteStep.id)):
        if step.kind in {RouteStepKind.PAUSED, RouteStepKind.RESUMED}:
            may_be_reminded[step.question_id] = step.kind is RouteStepKind.PAUSED
        elif step.kind is RouteStepKind.REMINDED and step.person_id == asker_id:
            assert may_be_reminded[step.question_id], "reminded twice in one pause, or of none"
            may_be_reminded[step.question_id] = False


def check_stands_still(session: Session, question_id: int, since: dt.datetime) -> None:
    ran_out = select(InvitationStep.id).where(
        InvitationStep.invitation_id == Invitation.id,
        Invitation.question_id == question_id,
        InvitationStep.state == InvitationState.EXPIRED,
        InvitationStep.at > since,
    )
    reminded = select(RouteStep.id).where(
        RouteStep.question_id == question_id,
        RouteStep.kind == RouteStepKind.REMINDED,
        RouteStep.person_id.is_distinct_from(session.get_one(Question, question_id).asker_id),
        RouteStep.at > since,
    )
    assert session.scalar(ran_out.limit(1)) is None
    assert session.scalar(reminded.limit(1)) is None
