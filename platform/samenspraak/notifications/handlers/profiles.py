"""What is told of profiles."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter, tell
from samenspraak.notifications.letters import ConfirmLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.events import ProfileToConfirm
from samenspraak.people.models.account import Person


def on_profile_to_confirm(session: Session, event: ProfileToConfirm, now: dt.datetime) -> None:
    """Ask an expert, in the inbox and by mail, whether their profile is still true."""
    person = session.get_one(Person, event.person_id)
    cause = f"confirm:{event.person_id}:{event.asked_at}"
    tell(session, person.id, NoticeKind.PROFILE_TO_CONFIRM, cause, actor_name="", now=now)
    letter = ConfirmLetter(name=person.name, url=links.profile(person.id))
    post_letter(session, letter, cause, person.email, now)
