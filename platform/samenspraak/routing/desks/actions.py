"""What is done with a question at a desk, one verb a function, each under the lock of the question.

Of two colleagues who take a question at once one gets it; the other is told (`Conflict`).
"""

import datetime as dt

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act as AuditAct
from samenspraak.audit.kinds import Thing
from samenspraak.calendar.queries import calendar_for
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.routing.desks.cases import add_step, hold, let_go, move, welcome
from samenspraak.routing.desks.events import DeskCaseArrived, DeskCaseAssigned
from samenspraak.routing.desks.queries import (
    cases_of,
    find_desk,
    may_handle,
    open_desks,
    partnership_sector,
    works_at,
)
from samenspraak.routing.desks.rules import IN_HAND, LEFT, LONGEST_REASON, Act, desk_for
from samenspraak.routing.events import DeskCaseLeft
from samenspraak.routing.kinds import DeskCaseState, RouteStepKind
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.moves import lock_question


def take_in(session: Session, question: Question, now: dt.datetime) -> DeskCase | None:
    """Bring a question to the desk of its sector; None when no open desk is for it, or that desk let it go before.

    One that a desk has in hand already stays there; where the desk had responded it is taken up again.
    """
    lock_question(session, question.id)
    cases = cases_of(session, question.id)
    in_hand = next((each for each in cases if each.state in IN_HAND), None)
    if in_hand is not None:
        return in_hand if in_hand.state is DeskCaseState.OPEN else _take_up(session, in_hand, question, now)
    desks = open_desks(session, but={each.desk_id for each in cases if each.state in LEFT})
    desk_id = desk_for(question.sector, partnership_sector(session, question), desks)
    return None if desk_id is None else _open_case(session, question, desk_id, now)


def take(session: Session, viewer: Viewer, case_id: int, now: dt.datetime) -> DeskCase:
    """Take a question oneself; `Conflict` with "case-taken" when a colleague has it, "case-over" when it is done."""
    case = _hold_to_work(session, viewer, case_id)
    if case.assigned_to_id not in {None, viewer.person_id}:
        raise Conflict("case-taken")
    return _give(session, viewer, case, viewer.person_id, now)


def assign(session: Session, viewer: Viewer, case_id: int, person_id: int, now: dt.datetime) -> DeskCase:
    """Give a question to a colleague, also one that another has; `Invalid` for who does not work at the desk."""
    case = _hold_to_work(session, viewer, case_id)
    had_it = case.assigned_to_id
    _give(session, viewer, case, person_id, now)
    if person_id not in {viewer.person_id, had_it}:
        after = {"person": person_id, "question": case.question_id}
        record_act(session, AuditAct.CASE_ASSIGNED, viewer.person_id, Thing.CASE, case_id, now, after=after)
    return case


def release(session: Session, viewer: Viewer, case_id: int, now: dt.datetime) -> DeskCase:
    """Put a question back among those that nobody has; it is in the course of the question that nobody has it."""
    case = _hold_to_work(session, viewer, case_id)
    if case.assigned_to_id is not None:
        case.assigned_to_id = None
        add_step(session, case, RouteStepKind.ASSIGNED, now, by_id=viewer.person_id)
    return case


def pass_on(session: Session, viewer: Viewer, case_id: int, reason: str, now: dt.datetime) -> DeskCase:
    """Pass a question on to the moderators of OCW, and say why (`Invalid` without a reason)."""
    if not reason or len(reason) > LONGEST_REASON:
        raise Invalid("reason", "no-reason")
    case = _hold_to_work(session, viewer, case_id)
    case.reason = reason
    _leave(session, case, Act.PASS_ON, now, viewer.person_id)
    after = {"question": case.question_id}
    record_act(session, AuditAct.CASE_PASSED_ON, viewer.person_id, Thing.CASE, case_id, now, after=after)
    return case


def time_out(session: Session, case: DeskCase, now: dt.datetime) -> bool:
    """Take a question from a desk whose time is over; false when it responded, or has time left. For the clock."""
    lock_question(session, case.question_id)
    session.refresh(case)
    if case.state is not DeskCaseState.OPEN or case.respond_by >= now:
        return False
    _leave(session, case, Act.TIME_OUT, now, None)
    return True


def _open_case(session: Session, question: Question, desk_id: int, now: dt.datetime) -> DeskCase:
    case = DeskCase(
        desk_id=desk_id,
        question_id=question.id,
        state=DeskCaseState.OPEN,
        arrived_at=now,
        respond_by=_deadline(session, question, desk_id, now),
        reason="",
    )
    session.add(case)
    session.flush()
    welcome(session, case, now)
    record(session, DeskCaseArrived(question.id, case.id, desk_id))
    return case


def _take_up(session: Session, case: DeskCase, question: Question, now: dt.datetime) -> DeskCase:
    move(session, case, Act.TAKE_UP, now)
    case.respond_by, case.reminded_at = _deadline(session, question, case.desk_id, now), None
    record(session, DeskCaseArrived(case.question_id, case.id, case.desk_id))
    return case


def _deadline(session: Session, question: Question, desk_id: int, now: dt.datetime) -> dt.datetime:
    calendar = calendar_for(session, question.organisation_id, question.sector)
    return calendar.deadline(now, find_desk(session, desk_id).working_days_to_respond)


def _hold_to_work(session: Session, viewer: Viewer, case_id: int) -> DeskCase:
    case = hold(session, case_id)
    if not may_handle(session, viewer, case.desk_id):
        raise NotFound
    if case.state not in IN_HAND:
        raise Conflict("case-over")
    return case


def _give(session: Session, viewer: Viewer, case: DeskCase, person_id: int | None, now: dt.datetime) -> DeskCase:
    if person_id is None or viewer.person_id is None or not works_at(session, person_id, case.desk_id):
        raise Invalid("person", "no-colleague")
    if case.assigned_to_id == person_id:
        return case
    case.assigned_to_id = person_id
    add_step(session, case, RouteStepKind.ASSIGNED, now, by_id=viewer.person_id, person_id=person_id)
    record(session, DeskCaseAssigned(case.question_id, case.id, person_id, viewer.person_id))
    return case


def _leave(session: Session, case: DeskCase, act: Act, now: dt.datetime, by_id: int | None) -> None:
    move(session, case, act, now)
    add_step(session, case, RouteStepKind.LEFT_DESK, now, by_id=by_id, reason=case.reason)
    let_go(session, case)
    record(session, DeskCaseLeft(case.question_id, case.desk_id, case.state.value))
