"""Writes of the inbox and of mails on their way."""

import datetime as dt

from sqlalchemy import select, update

from samenspraak.core import outbox
from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.notifications.letters import Letter
from samenspraak.notifications.models import Mail, MailState, Notice, NoticeKind
from samenspraak.notifications.rendering import render
from samenspraak.notifications.rules import message_key
from samenspraak.people.rules import Viewer

SEND_MAIL = "send_mail"
"""The effect in the outbox that sends one mail."""


def tell(
    session: Session,
    person_id: int,
    kind: NoticeKind,
    cause: str,
    *,
    question_id: int | None = None,
    actor_name: str,
    now: dt.datetime,
) -> None:
    """Put a notice in someone's inbox, unless the same cause has put it there before.

    With a question it is shown only to who may see that; without one to whom it was told.
    """
    known = select(Notice.id).where(Notice.person_id == person_id, Notice.kind == kind, Notice.cause == cause)
    if session.scalar(known) is not None:
        return
    session.add(
        Notice(
            person_id=person_id,
            kind=kind,
            cause=cause,
            question_id=question_id,
            actor_name=actor_name,
            created_at=now,
            read_at=None,
        )
    )
    session.flush()


def post_letter(session: Session, letter: Letter, cause: str, recipient: str, now: dt.datetime) -> None:
    """Write a mail and its row in the outbox, unless the same cause has mailed this recipient before."""
    if session.scalar(select(Mail.id).where(Mail.cause == cause, Mail.recipient == recipient)) is not None:
        return
    written = render(letter)
    mail = Mail(
        cause=cause,
        recipient=recipient,
        message_id=message_key(cause, recipient),
        subject=written.subject,
        text=written.text,
        html=written.html,
        state=MailState.WAITING,
        created_at=now,
    )
    session.add(mail)
    session.flush()
    outbox.enqueue(session, SEND_MAIL, {"mail_id": mail.id}, now)


def mark_read(session: Session, viewer: Viewer, notice_id: int, now: dt.datetime) -> None:
    """Mark one of someone's own notices as read; once read, it keeps its moment."""
    notice = session.get(Notice, notice_id)
    if notice is None or notice.person_id != viewer.person_id:
        raise NotFound
    notice.read_at = notice.read_at or now
    session.flush()


def mark_all_read(session: Session, viewer: Viewer, last_id: int, now: dt.datetime) -> int:
    """Mark someone's notices as read up to and with one, so that a newer one is not missed; return how many."""
    marked = session.scalars(
        update(Notice)
        .where(Notice.person_id == viewer.person_id, Notice.id <= last_id, Notice.read_at.is_(None))
        .values(read_at=now)
        .returning(Notice.id)
    )
    return len(marked.all())
