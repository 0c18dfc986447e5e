"""Reads of mails, for who keeps the platform running."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import defer

from samenspraak.core.db import Session
from samenspraak.notifications.models import Mail, MailState

NOT_DELIVERED = (MailState.UNCERTAIN, MailState.FAILED)


def list_undelivered(session: Session, *, offset: int = 0, limit: int = 25) -> tuple[Sequence[Mail], int]:
    """Return mails that were refused, or of which nobody knows whether they arrived, and how many there are.

    The newest come first, without their texts.
    """
    total = session.scalar(select(func.count()).where(Mail.state.in_(NOT_DELIVERED))) or 0
    wanted = (
        select(Mail)
        .where(Mail.state.in_(NOT_DELIVERED))
        .order_by(Mail.id.desc())
        .offset(offset)
        .limit(limit)
        .options(defer(Mail.text, raiseload=True), defer(Mail.html, raiseload=True))
    )
    return session.scalars(wanted).all(), total
