"""What becomes of routes and invitations when questions merge, and how exactly that is brought back.

The route of the source ends. Who is asked there and has not answered is asked for the target from then on, once: the
invitation itself moves, with its deadlines, unless its expert has one there already or the target need not be answered
any more; then it is set aside. No step is kept of that: nobody did anything with an invitation. What was moved stands
in the merge, under "routing".
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.questions.actions.guests import let_in, let_out
from samenspraak.questions.duplicates import invitations_go_along
from samenspraak.questions.events import MergeUndone, QuestionsMerged
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.merges import guests_of
from samenspraak.routing.deadlines import after_pause, calendar_of, shift
from samenspraak.routing.desks.queries import case_in_hand
from samenspraak.routing.kinds import DeskCaseState, RouteStage, RouteStepKind
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.route import advance, has_open_invitation, hold_route, is_over, keep_step
from samenspraak.routing.rules import OPEN, InvitationState

ROOM = "routing"
_OF_INVITATION = ("state", "note", "reason", "invited_by_id", "invited_at", "respond_by", "answer_by", "remind_at")
_OF_ROUTE = ("stage", "due_at", "paused_at", "reminded_at", "paused_by_id", "taken_by_id")


def on_questions_merged(session: Session, event: QuestionsMerged, now: dt.datetime) -> None:
    """End the route of the source, and have its experts asked for the target."""
    merge = session.get_one(QuestionMerge, event.merge_id)
    route, onward = hold_route(session, event.source_id), hold_route(session, event.target_id)
    moved: dict[str, Any] = {"route": _kept(route, _OF_ROUTE), "case": _close_case(session, event.source_id, now)}
    moved["due_at"] = onward.due_at.isoformat() if onward.due_at else None
    moved |= _move_invitations(session, event, now)
    route.stage, route.due_at = RouteStage.ENDED, None
    route.paused_at = route.reminded_at = route.paused_by_id = route.taken_by_id = None
    keep_step(session, event.source_id, RouteStepKind.MERGED, event.by_id, now)
    merge.moved = {**merge.moved, ROOM: moved}
    if onward.stage is RouteStage.EXPERTS and moved["moved"]:
        advance(session, event.target_id, now)


def on_merge_undone(session: Session, event: MergeUndone, now: dt.datetime) -> None:
    """Bring back what was moved, as far as it still is where it was moved to, and let the route go on."""
    merge = session.get_one(QuestionMerge, event.merge_id)
    route, onward = hold_route(session, event.source_id), hold_route(session, event.target_id)
    moved = merge.moved[ROOM]
    _restore(route, moved["route"])
    if route.due_at is not None:
        route.due_at = _later(session, event.source_id, route.due_at, merge.at, now)
    _reopen_case(session, moved["case"])
    _bring_back(session, merge, event, now)
    keep_step(session, event.source_id, RouteStepKind.UNMERGED, event.by_id, now)
    _let_go_on(session, onward, moved["due_at"], merge.at, now)


def count_to_move(session: Session, question_id: int) -> int:
    """Return how many experts are asked for a question, or took it on, and have not answered."""
    return len(list(_open(session, question_id)))


def set_aside_by(merge: QuestionMerge) -> frozenset[int]:
    """Return the experts of whom nothing is expected any more, since they are not asked for the target."""
    return frozenset(merge.moved.get(ROOM, {}).get("told", ()))


def _move_invitations(session: Session, event: QuestionsMerged, now: dt.datetime) -> dict[str, Any]:
    source = session.get_one(Question, event.source_id)
    goes_along = invitations_go_along(source) and not is_over(session, event.target_id)
    there = {each.expert_id: each for each in _all(session, event.target_id)}
    guests = guests_of(session, event.target_id)
    moved: dict[str, Any] = {"moved": [], "aside": [], "taken_over": [], "let_in": [], "told": []}
    answered = set(session.scalars(select(Answer.author_id).where(Answer.question_id == event.target_id)))
    for each in _open(session, event.source_id):
        other = there.get(each.expert_id)
        is_needed = goes_along and each.expert_id not in answered
        if is_needed and other is None:
            each.question_id = event.target_id
            moved["moved"].append(each.id)
        else:
            if is_needed and other is not None and other.state is InvitationState.PROPOSED:
                moved["taken_over"].append({"id": other.id, "by": each.id, **_kept(other, _OF_INVITATION)})
                _restore(other, _kept(each, _OF_INVITATION))
            elif other is None or other.state not in OPEN:
                moved["told"].append(each.expert_id)
            moved["aside"].append({"id": each.id, **_kept(each, _OF_INVITATION)})
            each.state, each.remind_at = InvitationState.WITHDRAWN, None
            each.closed_at = now
        asked_there = each.expert_id not in moved["told"]
        if asked_there and each.expert_id not in guests:
            moved["let_in"].append(each.expert_id)
            let_in(session, event.target_id, each.expert_id, now, knows_asker=False)
    session.flush()
    return moved


def _bring_back(session: Session, merge: QuestionMerge, event: MergeUndone, now: dt.datetime) -> None:
    moved, calendar = merge.moved[ROOM], calendar_of(session, event.source_id)
    by_id = _by_id(session, [*moved["moved"], *(each["id"] for each in (*moved["aside"], *moved["taken_over"]))])
    for invitation_id in moved["moved"]:
        # Who answered there did so for that question.
        if by_id[invitation_id].question_id == event.target_id and not _answered(session, invitation_id):
            by_id[invitation_id].question_id = event.source_id
    for kept in moved["aside"]:
        _restore(by_id[kept["id"]], kept)
        by_id[kept["id"]].closed_at = None
        shift(calendar, by_id[kept["id"]], merge.at, now)
    for kept in moved["taken_over"]:
        if not _answered(session, kept["id"]):
            _hand_back(by_id[kept["id"]], by_id[kept["by"]], kept)
    session.flush()
    for person_id in moved["let_in"]:
        let_out(session, merge.target_id, person_id)


def _hand_back(other: Invitation, own: Invitation, kept: dict[str, Any]) -> None:
    """Give back the state that a proposal took over, as it is now, and make it the proposal that it was."""
    _restore(own, _kept(other, _OF_INVITATION))
    own.closed_at = other.closed_at
    own.declined_because, other.declined_because = other.declined_because, None
    _restore(other, kept)
    other.closed_at = None


def _let_go_on(session: Session, onward: Route, due_at: str | None, since: dt.datetime, now: dt.datetime) -> None:
    """Let the asker of the target choose again, where nobody is asked there any more."""
    is_idle = onward.stage is RouteStage.EXPERTS and onward.paused_at is None and onward.due_at is None
    if not is_idle or has_open_invitation(session, onward.question_id):
        return
    if due_at is None:
        advance(session, onward.question_id, now)
    else:
        onward.due_at = _later(session, onward.question_id, dt.datetime.fromisoformat(due_at), since, now)


def _later(session: Session, question_id: int, due: dt.datetime, since: dt.datetime, now: dt.datetime) -> dt.datetime:
    return after_pause(calendar_of(session, question_id), due, since, now)


def _close_case(session: Session, question_id: int, now: dt.datetime) -> dict[str, Any] | None:
    case = case_in_hand(session, question_id)
    if case is None:
        return None
    kept = {"id": case.id, "state": case.state.value}
    case.state, case.closed_at = DeskCaseState.CLOSED, now
    return kept


def _reopen_case(session: Session, kept: dict[str, Any] | None) -> None:
    if kept is not None:
        case = session.get_one(DeskCase, kept["id"])
        case.state, case.closed_at = DeskCaseState(kept["state"]), None


def _all(session: Session, question_id: int) -> Iterable[Invitation]:
    found = select(Invitation).where(Invitation.question_id == question_id).order_by(Invitation.id)
    return session.scalars(found.execution_options(populate_existing=True)).all()


def _open(session: Session, question_id: int) -> Iterable[Invitation]:
    found = select(Invitation).where(Invitation.question_id == question_id, Invitation.state.in_(OPEN), ~HAS_ANSWERED)
    return session.scalars(found.order_by(Invitation.id).execution_options(populate_existing=True)).all()


def _by_id(session: Session, ids: list[int]) -> dict[int, Invitation]:
    found = select(Invitation).where(Invitation.id.in_(ids)).execution_options(populate_existing=True)
    return {each.id: each for each in session.scalars(found)}


def _answered(session: Session, invitation_id: int) -> bool:
    found = select(Invitation.id).where(Invitation.id == invitation_id, HAS_ANSWERED)
    return session.scalar(found) is not None


def _kept(row: Invitation | Route, names: Iterable[str]) -> dict[str, Any]:
    """Return values of a row in a form that JSON holds."""
    values = ((name, getattr(row, name)) for name in names)
    return {name: value.isoformat() if isinstance(value, dt.datetime) else value for name, value in values}


def _restore(row: Invitation | Route, kept: dict[str, Any]) -> None:
    for name, value in kept.items():
        if name in _OF_ROUTE or name in _OF_INVITATION:
            setattr(row, name, _read(name, value))


def _read(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name.endswith("_at") or name in {"respond_by", "answer_by"}:
        return dt.datetime.fromisoformat(value)
    if name == "state":
        return InvitationState(value)
    return RouteStage(value) if name == "stage" else value
