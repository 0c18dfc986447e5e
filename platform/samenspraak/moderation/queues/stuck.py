"""Questions that lie with the moderators, and questions without an answer of which the day has passed."""

import datetime as dt
from functools import partial

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Part
from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.queues.queue import Depth, Queue
from samenspraak.routing.stuck import OLDEST_FIRST, WITH_MODERATORS, Stall, StuckQuestion, depth_of_stuck, part_of_stuck

_PAST_DATE = (Stall.PAST_WISH,)


def _depth(stalls: tuple[Stall, ...], session: Session, now: dt.datetime) -> Depth:
    return Depth(*depth_of_stuck(session, now, stalls))


def _rows(
    stalls: tuple[Stall, ...], session: Session, now: dt.datetime, cursor: Cursor | None, limit: int
) -> Part[StuckQuestion]:
    return part_of_stuck(session, now, stalls, cursor, limit)


STUCK = Queue(
    QueueName.STUCK,
    OLDEST_FIRST,
    partial(_depth, WITH_MODERATORS),
    partial(_rows, WITH_MODERATORS),
    claimed_as=QueueName.STUCK,
)
PAST_DATE = Queue(
    QueueName.PAST_DATE,
    OLDEST_FIRST,
    partial(_depth, _PAST_DATE),
    partial(_rows, _PAST_DATE),
    claimed_as=QueueName.STUCK,
)
