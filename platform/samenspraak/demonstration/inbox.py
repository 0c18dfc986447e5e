"""What people have done with their notices and mails by the time that the demonstration opens."""

import datetime as dt

from sqlalchemy import delete, update

from samenspraak.core.db import Session
from samenspraak.core.outbox import OutboxRow
from samenspraak.notifications.models import Mail, Notice

UNREAD_DAYS = 5
"""Working days; older notices have been read."""


def read_older_notices(session: Session, before: dt.datetime) -> None:
    """Mark the notices from before a moment as read."""
    older = Notice.created_at < before
    session.execute(update(Notice).where(older).values(read_at=before))


def forget_mails(session: Session) -> None:
    """Take away the mails of the past half year, so that none is sent today."""
    session.execute(delete(OutboxRow))
    session.execute(delete(Mail))
