"""What is done with invitations, one verb a function. Each refuses what the table of `rules` does not hold.

Of two acts on the same question at once one comes first; the other sees what it did, and is refused (`Conflict`) when
it no longer fits.
"""

import datetime as dt
from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Select, exists, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act as AuditAct
from samenspraak.audit.kinds import Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.routing.invitable import find_to_route, refuse_unavailable, speaks_for_asker
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route
from samenspraak.routing.moves import hold, lock_experts, lock_question, move, propose_one, refuse_withdrawn
from samenspraak.routing.queries import HAS_ANSWERED, free_places
from samenspraak.routing.route import advance, is_closed, was_invited
from samenspraak.routing.rules import (
    OPEN,
    Act,
    DeclineReason,
    InvitationState,
    may_respond,
    next_state,
)

IS_PAUSED: ColumnElement[bool] = exists().where(
    Route.question_id == Invitation.question_id, Route.paused_at.is_not(None)
)
"""Condition on `Invitation`: one waits for the asker of its question."""


def propose(session: Session, question_id: int, expert_ids: Iterable[int], now: dt.datetime) -> list[Invitation]:
    """Propose experts for a question, in this order; who was proposed or asked before is passed over."""
    lock_question(session, question_id)
    known = _invitations(session, question_id)
    fresh = [expert_id for expert_id in dict.fromkeys(expert_ids) if expert_id not in known]
    return [propose_one(session, question_id, expert_id, now) for expert_id in fresh]


def invite(
    session: Session, viewer: Viewer, question_id: int, expert_ids: Collection[int], note: str, now: dt.datetime
) -> list[Invitation]:
    """Invite experts to answer a question, all of them or none.

    Raises `NotFound` and `NotAllowed` for who may not, `Conflict` with "already-invited", "invitation-declined",
    "withdrawn-too-often" or "most-open", and `CannotBeInvited` for an expert who is away, full, or of the asker's own
    organisation.
    """
    question = find_to_route(session, viewer, question_id)
    invited = invite_experts(session, question, viewer.person_id, expert_ids, note, now)
    if not speaks_for_asker(session, viewer, question):
        after = {"experts": [each.expert_id for each in invited]}
        record_act(session, AuditAct.EXPERTS_INVITED, viewer.person_id, Thing.QUESTION, question_id, now, after=after)
    return invited


def invite_experts(
    session: Session, question: Question, by_id: int | None, expert_ids: Collection[int], note: str, now: dt.datetime
) -> list[Invitation]:
    """Invite experts for someone who may, or by Samenspraak itself; refused as `invite` is, and once it is closed."""
    question_id = question.id
    lock_question(session, question_id)
    if is_closed(session, question_id):
        raise Conflict("question-closed")
    ids = sorted(set(expert_ids))
    lock_experts(session, ids)
    known = _invitations(session, question_id)
    _refuse_unfit(known, ids)
    refuse_withdrawn(session, [known[each] for each in ids if each in known])
    if len(ids) > free_places(session, question_id):
        raise Conflict("most-open")
    refuse_unavailable(session, question, ids, now)
    invited = [known.get(expert) or propose_one(session, question_id, expert, now) for expert in ids]
    for invitation in invited:
        invitation.note, invitation.forwarded_from_id = note, None
        move(session, invitation, Act.INVITE, by_id, now)
    was_invited(session, question_id, by_id, now)
    return invited


def accept(session: Session, viewer: Viewer, invitation_id: int, now: dt.datetime) -> Invitation:
    """Take on what one is asked."""
    invitation = _hold_own(session, viewer, invitation_id)
    move(session, invitation, Act.ACCEPT, viewer.person_id, now)
    return invitation


def decline(
    session: Session, viewer: Viewer, invitation_id: int, because: DeclineReason, words: str, now: dt.datetime
) -> Invitation:
    """Decline what one is asked, or took on, with a reason; `Invalid` when `OTHER` comes without words."""
    if because is DeclineReason.OTHER and not words:
        raise Invalid("words", "missing")
    invitation = _hold_own(session, viewer, invitation_id)
    move(session, invitation, Act.DECLINE, viewer.person_id, now, because, words)
    advance(session, invitation.question_id, now)
    return invitation


def withdraw(session: Session, viewer: Viewer, invitation_id: int, now: dt.datetime, reason: str = "") -> Invitation:
    """Take an invitation back. Who may not do that is told that there is none (`NotFound`)."""
    invitation = hold(session, invitation_id)
    question = find_to_route(session, viewer, invitation.question_id, refusal=NotFound)
    move(session, invitation, Act.WITHDRAW, viewer.person_id, now, reason=reason)
    advance(session, invitation.question_id, now)
    if not speaks_for_asker(session, viewer, question):
        by_id, concerns = viewer.person_id, invitation.expert_id
        told, after = AuditAct.INVITATION_WITHDRAWN, {"question": question.id}
        record_act(session, told, by_id, Thing.INVITATION, invitation_id, now, concerns=concerns, after=after)
    return invitation


def expire(session: Session, invitation_id: int, now: dt.datetime) -> bool:
    """Close an invitation whose time is over; false when it was decided on or answered, or has time left."""
    hold(session, invitation_id)
    invitation = session.scalar(overdue(now).where(Invitation.id == invitation_id))
    if invitation is None:
        return False
    move(session, invitation, Act.EXPIRE, None, now)
    advance(session, invitation.question_id, now)
    return True


def overdue(now: dt.datetime) -> Select[Invitation]:
    """Return what finds invitations whose time is over, where the clock does not stand still and nobody answered."""
    is_over = (Invitation.state == InvitationState.INVITED) & (Invitation.respond_by < now) | (
        Invitation.state == InvitationState.ACCEPTED
    ) & (Invitation.answer_by < now)
    return select(Invitation).where(is_over, ~HAS_ANSWERED, ~IS_PAUSED)


def _hold_own(session: Session, viewer: Viewer, invitation_id: int) -> Invitation:
    invitation = hold(session, invitation_id)
    if not may_respond(viewer, invitation.expert_id):
        raise NotFound
    return invitation


def _invitations(session: Session, question_id: int) -> dict[int, Invitation]:
    found = select(Invitation).where(Invitation.question_id == question_id).execution_options(populate_existing=True)
    return {invitation.expert_id: invitation for invitation in session.scalars(found)}


def _refuse_unfit(known: dict[int, Invitation], expert_ids: list[int]) -> None:
    for expert_id in expert_ids:
        if expert_id in known and known[expert_id].state in OPEN:
            raise Conflict("already-invited")
        if expert_id in known:
            next_state(known[expert_id].state, Act.INVITE)
