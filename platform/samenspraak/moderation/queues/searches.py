"""What people searched for and nobody found."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Part
from samenspraak.demand.nothing_found import MOST_SEARCHED_FIRST, NothingFound, depth_of_nothing, part_of_nothing
from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.queues.queue import Depth, Queue


def _depth(session: Session, now: dt.datetime) -> Depth:
    return Depth(*depth_of_nothing(session, now))


def _rows(session: Session, now: dt.datetime, cursor: Cursor | None, limit: int) -> Part[NothingFound]:
    return part_of_nothing(session, now, cursor, limit)


QUEUE = Queue(QueueName.SEARCHES, MOST_SEARCHED_FIRST, _depth, _rows, claimed_as=QueueName.SEARCHES)
