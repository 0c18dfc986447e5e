"""How an invitation moves: under the lock of its question, by the table, with a step kept, guests and others told.

All invitations of a question move under the lock of the question's row, so that of two acts at once the second sees
what the first did. SQLite locks the whole database instead.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, NotFound
from samenspraak.core.events import record
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.questions.actions.guests import let_in, let_out
from samenspraak.questions.models.question import Question
from samenspraak.routing.deadlines import begin_to_answer, begin_to_respond, calendar_of
from samenspraak.routing.events import InvitationMoved
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import MOST_WITHDRAWN, OPEN, Act, DeclineReason, InvitationState, next_state


def lock_question(session: Session, question_id: int) -> None:
    """Wait until nobody else moves invitations of a question; until the end of this transaction nobody will."""
    found = session.scalar(select(Question.id).where(Question.id == question_id).with_for_update(key_share=True))
    if found is None:
        raise NotFound


def lock_experts(session: Session, expert_ids: list[int]) -> None:
    """Wait until nobody else invites these experts, so that their load can be counted. Lock the question first."""
    session.scalars(
        select(ExpertProfile.person_id)
        .where(ExpertProfile.person_id.in_(expert_ids))
        .order_by(ExpertProfile.person_id)
        .with_for_update(key_share=True)
    ).all()


def hold(session: Session, invitation_id: int) -> Invitation:
    """Lock an invitation by its question, and return it as it stands now."""
    question_id = session.scalar(select(Invitation.question_id).where(Invitation.id == invitation_id))
    if question_id is None:
        raise NotFound
    lock_question(session, question_id)
    found = select(Invitation).where(Invitation.id == invitation_id).execution_options(populate_existing=True)
    return session.scalars(found).one()


def propose_one(session: Session, question_id: int, expert_id: int, now: dt.datetime) -> Invitation:
    """Begin an invitation's life. The caller holds the lock, and knows that there is none yet."""
    invitation = Invitation(
        question_id=question_id,
        expert_id=expert_id,
        state=InvitationState.PROPOSED,
        proposed_at=now,
        note="",
        reason="",
    )
    session.add(invitation)
    session.flush()
    _keep(session, invitation, None, now)
    return invitation


def move(
    session: Session,
    invitation: Invitation,
    act: Act,
    by_id: int | None,
    now: dt.datetime,
    because: DeclineReason | None = None,
    reason: str = "",
) -> None:
    """Bring an invitation that is held into its next state; refuse (`Conflict`) what its state does not allow."""
    was_open = invitation.state in OPEN
    invitation.state = next_state(invitation.state, act)
    invitation.declined_because, invitation.reason = because, reason
    is_open = invitation.state in OPEN
    invitation.closed_at = None if is_open else now
    _set_clock(session, invitation, act, now)
    if act is Act.INVITE:
        invitation.invited_by_id, invitation.invited_at = by_id, now
    session.flush()
    _keep(session, invitation, by_id, now)
    if is_open and not was_open:
        let_in(session, invitation.question_id, invitation.expert_id, now)
    if was_open and not is_open:
        let_out(session, invitation.question_id, invitation.expert_id)


def refuse_withdrawn(session: Session, invitations: Sequence[Invitation]) -> None:
    """Raise `Conflict` "withdrawn-too-often" when one of these was withdrawn too often. The caller holds the lock."""
    withdrawn = select(func.count()).where(
        InvitationStep.invitation_id.in_([each.id for each in invitations]),
        InvitationStep.state == InvitationState.WITHDRAWN,
    )
    counts = session.scalars(withdrawn.group_by(InvitationStep.invitation_id))
    if any(count >= MOST_WITHDRAWN for count in counts):
        raise Conflict("withdrawn-too-often")


def _set_clock(session: Session, invitation: Invitation, act: Act, now: dt.datetime) -> None:
    if act is Act.INVITE:
        begin_to_respond(calendar_of(session, invitation.question_id), invitation, now)
    elif act is Act.ACCEPT:
        begin_to_answer(calendar_of(session, invitation.question_id), invitation, now)
    else:
        invitation.remind_at = None


def _keep(session: Session, invitation: Invitation, by_id: int | None, now: dt.datetime) -> None:
    session.add(
        InvitationStep(
            invitation_id=invitation.id,
            state=invitation.state,
            at=now,
            by_id=by_id,
            declined_because=invitation.declined_because,
            reason=invitation.reason,
        )
    )
    session.flush()
    record(
        session,
        InvitationMoved(
            invitation_id=invitation.id,
            question_id=invitation.question_id,
            expert_id=invitation.expert_id,
            state=invitation.state.value,
            by_id=by_id,
        ),
    )
