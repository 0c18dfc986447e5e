"""What a decline tells of an expert: "niet mijn vak" is remembered, so that questions like it fit them less."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.matching.actions import note_not_my_subject
from samenspraak.routing.events import InvitationMoved
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import DeclineReason, InvitationState


def on_invitation_moved(session: Session, event: InvitationMoved, now: dt.datetime) -> None:
    """Remember a question that was declined as not the expert's subject."""
    if event.state != InvitationState.DECLINED.value:
        return
    invitation = session.get_one(Invitation, event.invitation_id)
    if invitation.declined_because is DeclineReason.NOT_MY_SUBJECT:
        note_not_my_subject(session, event.expert_id, event.question_id, now)
