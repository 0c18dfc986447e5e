"""Answers that cite what reads otherwise since."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Part
from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.queues.queue import Depth, Queue
from samenspraak.questions.queries.citation_reviews import OLDEST_FIRST, OpenReview, depth_of_reviews, part_of_reviews


def _depth(session: Session, _now: dt.datetime) -> Depth:
    return Depth(*depth_of_reviews(session))


def _rows(session: Session, _now: dt.datetime, cursor: Cursor | None, limit: int) -> Part[OpenReview]:
    return part_of_reviews(session, cursor, limit)


QUEUE = Queue(QueueName.CITATIONS, OLDEST_FIRST, _depth, _rows, claimed_as=QueueName.CITATIONS)
