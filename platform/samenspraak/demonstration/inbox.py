"""What people have done with their notices and mails by the time that the demonstration opens."""

import datetime as dt

from sqlalchemy import delete, update

from samenspraak.core.db import Session
from samenspraak.core.outbox import OutboxRow
from samenspraak.notifications.models import Mail, Notice

UNREAD_DAYS = 5
"""Working days; older notices have been read."""

WAITING_DAYS = 2
"""Working days; older mails are gone. The last ones go to the mail box of the demonstration when the worker starts."""


def read_older_notices(session: Session, before: dt.datetime) -> None:
    """Mark the notices from before a moment as read."""
    older = Notice.created_at < before
    session.execute(update(Notice).where(older).values(read_at=before))


def forget_older_mails(session: Session, before: dt.datetime) -> None:
    """Take away the mails from before a moment, so that the worker sends the last few only."""
    session.execute(delete(OutboxRow).where(OutboxRow.created_at < before))
    session.execute(delete(Mail).where(Mail.created_at < before))
