"""Sends a mail, at most once by itself: see `MailState` for what is committed when.

Runs in the worker, outside any transaction; each change of state is a unit of its own.
"""

import dataclasses
import datetime as dt

import structlog
from sqlalchemy import update

from samenspraak.core.clock import Clock
from samenspraak.core.db import SessionFactory, reading
from samenspraak.core.outbox import NotYet
from samenspraak.notifications.messages import Letterhead, compose
from samenspraak.notifications.models import Mail, MailState
from samenspraak.notifications.rules import GIVE_UP_AFTER, holds_secret, wait_before_retry
from samenspraak.notifications.transports.transport import NotNow, Refused, Transport, Unanswered

_log = structlog.get_logger()
_OPEN = (MailState.WAITING, MailState.HANDING_OVER)


@dataclasses.dataclass(frozen=True)
class Post:
    """All that sending needs: the tables, the way out, who sends, and the time."""

    sessions: SessionFactory
    transport: Transport
    head: Letterhead
    clock: Clock


class _TakenByAnother(Exception):
    """Another worker hands this mail over."""


def send_mail(post: Post, mail_id: int) -> None:
    """Bring one mail to its end; raises `NotYet` while the mail server cannot take it.

    A mail found half handed over is one of a worker that died. Where a second copy could arrive, it is left alone.
    """
    mail = _find(post, mail_id)
    if mail is None or mail.state not in _OPEN:
        return
    if mail.state is MailState.HANDING_OVER and not post.transport.is_repeatable:
        _settle(post, mail, MailState.UNCERTAIN, "the worker stopped while handing it over")
        return
    try:
        post.transport.hand_over(compose(mail, post.head), lambda: _begin(post, mail))
    except _TakenByAnother:
        return
    except (Refused, ValueError) as error:
        _settle(post, mail, MailState.FAILED, str(error))
    except Unanswered as error:
        _settle(post, mail, MailState.UNCERTAIN, str(error))
    except NotNow as error:
        _wait_or_give_up(post, mail, str(error))
    else:
        _settle(post, mail, MailState.SENT)


def _find(post: Post, mail_id: int) -> Mail | None:
    with reading(post.sessions) as session:
        mail = session.get(Mail, mail_id)
        session.expunge_all()
        return mail


def _begin(post: Post, mail: Mail) -> None:
    """Commit that the mail is about to leave, unless another worker did so since it was read."""
    with post.sessions.begin() as session:
        begun = session.execute(
            update(Mail)
            .where(Mail.id == mail.id, Mail.state == mail.state)
            .values(state=MailState.HANDING_OVER, handed_over_at=post.clock())
            .returning(Mail.id)
        )
        if begun.first() is None:
            raise _TakenByAnother


def _wait_or_give_up(post: Post, mail: Mail, reason: str) -> None:
    age: dt.timedelta = post.clock() - mail.created_at
    if age >= GIVE_UP_AFTER:
        _settle(post, mail, MailState.FAILED, reason)
        return
    _settle(post, mail, MailState.WAITING, reason)
    raise NotYet(reason, wait_before_retry(age))


def _settle(post: Post, mail: Mail, state: MailState, error: str = "") -> None:
    """Commit where the mail stands. That it was sent is certain, whatever another worker thought meanwhile."""
    values = {"state": state, "error": error[:500]}
    if state is not MailState.WAITING and holds_secret(mail.cause):
        values |= {"text": "", "html": ""}
    standing = update(Mail).where(Mail.id == mail.id).values(**values)
    if state is not MailState.SENT:
        standing = standing.where(Mail.state.in_(_OPEN))
    with post.sessions.begin() as session:
        session.execute(standing)
    if state in {MailState.UNCERTAIN, MailState.FAILED}:
        _log.warning("mail not delivered", mail_id=mail.id, state=state.value, reason=error[:500])
