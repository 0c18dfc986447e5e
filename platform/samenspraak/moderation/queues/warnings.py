"""Warnings of personal data that people confirmed, and no moderator looked at yet."""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.models import ConfirmedWarning
from samenspraak.moderation.queries import WarningRow
from samenspraak.moderation.queues.queue import Depth, Queue
from samenspraak.questions.models.question import Question

_KEYS = (Key(ConfirmedWarning.confirmed_at, dt.datetime), Key(ConfirmedWarning.id, int))


def _depth(session: Session, _now: dt.datetime) -> Depth:
    unseen = ConfirmedWarning.seen_at.is_(None)
    return Depth(*session.execute(select(func.count(), func.min(ConfirmedWarning.confirmed_at)).where(unseen)).one())


def _rows(session: Session, _now: dt.datetime, cursor: Cursor | None, limit: int) -> Part[WarningRow]:
    wanted = (
        select(ConfirmedWarning, Question.title)
        .outerjoin(Question, Question.id == ConfirmedWarning.question_id)
        .where(ConfirmedWarning.seen_at.is_(None))
        .options(joinedload(ConfirmedWarning.person))
    )
    part = read_part(session, wanted, _KEYS, cursor, limit)
    return part.with_rows([WarningRow(warning, title) for warning, title in part.rows])


QUEUE = Queue(QueueName.WARNINGS, _KEYS, _depth, _rows, claimed_as=QueueName.WARNINGS)
