"""What comes next for questions, and who or which day sees to it: told in a few statements for any number."""

import dataclasses
import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_counts
from samenspraak.routing.kinds import Chooser, DeskCaseState, RouteStage
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.rules import OPEN, InvitationState


class NextKind(enum.StrEnum):
    """What comes next."""

    ASKER_SAYS = "asker_says"
    """One waits for the asker, and the clock stands still."""
    ASKER_CHOOSES = "asker_chooses"
    SAMENSPRAAK_CHOOSES = "samenspraak_chooses"
    EXPERTS_REACT = "experts_react"
    EXPERTS_ANSWER = "experts_answer"
    DESK_RESPONDS = "desk_responds"
    MODERATOR_ACTS = "moderator_acts"
    ASKER_JUDGES = "asker_judges"


@dataclasses.dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next for a question, and until when, where a day is set.

    `is_reminded` says of an asker for whom one waits that they were reminded, which is done once.
    `names` are the experts who are waited for, or the one who stopped the clock, or the moderator who has it in hand;
    `place` is the desk.
    """

    kind: NextKind
    until: dt.datetime | None = None
    names: tuple[str, ...] = ()
    place: str = ""
    is_reminded: bool = False


def what_comes_next(session: Session, question_ids: Collection[int]) -> Mapping[int, NextStep]:
    """Return what comes next for each of these questions that is not over."""
    invitations = _open_invitations(session, question_ids)
    return {each.question_id: _next(each, invitations[each.question_id]) for each in _under_way(session, question_ids)}


@dataclasses.dataclass(frozen=True, slots=True)
class _UnderWay:
    """How far a question is that is not over; `desk` has it in hand, and owes a first response by `respond_by`."""

    question_id: int
    is_answered: bool
    route: Route | None
    desk: Organisation | None
    respond_by: dt.datetime | None


def _next(question: _UnderWay, invitations: Sequence[Invitation]) -> NextStep:
    if question.is_answered:
        return NextStep(NextKind.ASKER_JUDGES)
    if question.route is None:
        return _of_experts(invitations) if invitations else NextStep(NextKind.ASKER_CHOOSES)
    return _of_route(question, question.route, invitations)


def _of_route(question: _UnderWay, route: Route, invitations: Sequence[Invitation]) -> NextStep:
    if route.paused_at is not None:
        names = (route.paused_by.name,) if route.paused_by else ()
        return NextStep(NextKind.ASKER_SAYS, names=names, is_reminded=route.reminded_at is not None)
    if route.stage is RouteStage.MODERATOR:
        return NextStep(NextKind.MODERATOR_ACTS, names=(route.taken_by.name,) if route.taken_by else ())
    if route.stage is RouteStage.DESK and question.desk is not None:
        return NextStep(NextKind.DESK_RESPONDS, question.respond_by, place=question.desk.title)
    return _of_experts(invitations) if invitations else _of_choice(route)


def _of_choice(route: Route) -> NextStep:
    if route.chooser is Chooser.SAMENSPRAAK:
        return NextStep(NextKind.SAMENSPRAAK_CHOOSES)
    return NextStep(NextKind.ASKER_CHOOSES, route.due_at)


def _of_experts(invitations: Sequence[Invitation]) -> NextStep:
    """Who took it on comes first: an answer is nearer than a reaction."""
    accepted = [each for each in invitations if each.state is InvitationState.ACCEPTED]
    if accepted:
        days = [each.answer_by for each in accepted if each.answer_by]
        return NextStep(NextKind.EXPERTS_ANSWER, min(days, default=None), tuple(each.expert.name for each in accepted))
    days = [each.respond_by for each in invitations if each.respond_by]
    return NextStep(NextKind.EXPERTS_REACT, min(days, default=None), tuple(each.expert.name for each in invitations))


def _open_invitations(session: Session, question_ids: Collection[int]) -> Mapping[int, list[Invitation]]:
    found: dict[int, list[Invitation]] = defaultdict(list)
    wanted = (
        select(Invitation)
        .where(Invitation.question_id.in_(question_ids), Invitation.state.in_(OPEN), ~HAS_ANSWERED)
        .order_by(Invitation.id)
        .options(joinedload(Invitation.expert))
    )
    for invitation in session.scalars(wanted):
        found[invitation.question_id].append(invitation)
    return found


def _under_way(session: Session, question_ids: Collection[int]) -> list[_UnderWay]:
    accepted = exists().where(Acceptance.question_id == Question.id)
    answered = exists().where(Answer.question_id == Question.id, answer_counts())
    rows = session.execute(
        select(Question.id, answered, Route, Organisation, DeskCase.respond_by)
        .outerjoin(Route, Route.question_id == Question.id)
        .outerjoin(DeskCase, (DeskCase.question_id == Question.id) & (DeskCase.state == DeskCaseState.OPEN))
        .outerjoin(Organisation, Organisation.id == DeskCase.desk_id)
        .where(Question.id.in_(question_ids), Question.closed_at.is_(None), ~accepted)
        .options(joinedload(Route.paused_by), joinedload(Route.taken_by))
    )
    return [_UnderWay(*row) for row in rows]
