"""What is told of invitations."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.handlers.cause import Cause, cause_of, tell_all, title_of
from samenspraak.notifications.letters import ForwardedLetter, InvitedLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.routing.events import InvitationMoved
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import InvitationState

OURSELVES = "Samenspraak"
"""Who invites where the choice was left to it."""

_S = InvitationState
_NOTICE_OF_STATE = {
    _S.INVITED: NoticeKind.INVITED,
    _S.ACCEPTED: NoticeKind.INVITATION_ACCEPTED,
    _S.DECLINED: NoticeKind.INVITATION_DECLINED,
    _S.WITHDRAWN: NoticeKind.INVITATION_WITHDRAWN,
    _S.EXPIRED: NoticeKind.INVITATION_EXPIRED,
    _S.FORWARDED: NoticeKind.INVITATION_FORWARDED,
}


def on_invitation_moved(session: Session, event: InvitationMoved, now: dt.datetime) -> None:
    """Tell the expert what others did, and the asker and inviter what the expert or the clock did."""
    state = InvitationState(event.state)
    if state not in _NOTICE_OF_STATE:
        return
    invitation = session.get_one(Invitation, event.invitation_id)
    cause = cause_of(session, event.question_id, event.by_id, f"step:{_last_step(session, event)}")
    told = tell_all(session, cause, _NOTICE_OF_STATE[state], _concerned(invitation, state, cause.question), now)
    if state is _S.INVITED:
        for person in told:
            letter = _invited_letter(session, person, invitation, cause)
            post_letter(session, letter, f"invited:{cause.name}", person.email, now)


def _last_step(session: Session, event: InvitationMoved) -> int:
    """Return the step that the event tells of, so that an expert who is invited again is told again."""
    steps = select(InvitationStep.id).where(
        InvitationStep.invitation_id == event.invitation_id, InvitationStep.state == InvitationState(event.state)
    )
    return session.scalar(steps.order_by(InvitationStep.id.desc()).limit(1)) or 0


def _concerned(invitation: Invitation, state: InvitationState, question: Question) -> Iterable[int | None]:
    if state is _S.INVITED:
        return [invitation.expert_id]
    if state is _S.WITHDRAWN:
        # Who was only proposed was never asked, and has nothing to hear of.
        return [invitation.expert_id] if invitation.invited_at else []
    askers = [question.asker_id, invitation.invited_by_id]
    return [invitation.expert_id, *askers] if state is _S.EXPIRED else askers


def _invited_letter(session: Session, person: Person, invitation: Invitation, cause: Cause) -> InvitedLetter:
    letter = InvitedLetter(
        name=person.name,
        url=links.invitations(),
        inviter=cause.actor_name or OURSELVES,
        organisation=title_of(session, cause.question.organisation_id),
        title=cause.shown(cause.question.title),
        excerpt=cause.shown(cause.question.body),
        note=cause.shown(invitation.note),
        respond_by=invitation.respond_by,
    )
    if invitation.forwarded_from_id is None:
        return letter
    forwarded = ForwardedLetter(**vars(letter), has_account=person.password_hash is not None)
    return forwarded if forwarded.has_account else _to_unproved_address(forwarded, cause.question)


def _to_unproved_address(letter: ForwardedLetter, question: Question) -> ForwardedLetter:
    """Return what may go to an address that nobody has proved to be theirs.

    No text, and not who asks anonymously, or what few may read.
    """
    is_secret = question.is_anonymous or question.visibility is Visibility.RESTRICTED
    organisation = "" if is_secret else letter.organisation
    return dataclasses.replace(letter, excerpt="", organisation=organisation)
