"""What is old was read and is gone; what is new waits."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.notifications.models import Mail, Notice
from tests.support.site import NOON


@pytest.mark.sqlite_only
def test_notices_wait_and_older_ones_were_read(seen: Session) -> None:
    unread = seen.scalars(select(Notice.created_at).where(Notice.read_at.is_(None))).all()
    assert len(unread) >= 20
    assert min(unread) > NOON - dt.timedelta(days=10)


@pytest.mark.sqlite_only
def test_only_the_mails_of_the_last_days_wait(seen: Session) -> None:
    moments = seen.scalars(select(Mail.created_at)).all()
    assert moments
    assert min(moments) > NOON - dt.timedelta(days=5)
