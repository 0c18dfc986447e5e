"""Posts that were reported: where personal data were seen first, then the oldest."""

import dataclasses
import datetime as dt

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.moderation.kinds import QueueName, ReportReason
from samenspraak.moderation.models import Report
from samenspraak.moderation.posts import texts_of
from samenspraak.moderation.queues.queue import Depth, Queue
from samenspraak.questions.models.question import Question

_KEYS = (
    Key(case((Report.reason == ReportReason.PERSONAL_DATA, 0), else_=1), int),
    Key(Report.reported_at, dt.datetime),
    Key(Report.id, int),
)


@dataclasses.dataclass(frozen=True)
class ReportRow:
    """A report that waits, with the title of its question and what the post says."""

    report: Report
    question_title: str
    text: str

    @property
    def item(self) -> str:
        """What the queue knows it by."""
        return str(self.report.id)

    @property
    def since(self) -> dt.datetime:
        """Since when it waits."""
        return self.report.reported_at


def _depth(session: Session, _now: dt.datetime) -> Depth:
    wanted = select(func.count(), func.min(Report.reported_at)).where(Report.handled_at.is_(None))
    return Depth(*session.execute(wanted).one())


def _rows(session: Session, _now: dt.datetime, cursor: Cursor | None, limit: int) -> Part[ReportRow]:
    wanted = (
        select(Report, Question.title)
        .join(Question, Question.id == Report.question_id)
        .where(Report.handled_at.is_(None))
        .options(joinedload(Report.reporter))
    )
    part = read_part(session, wanted, _KEYS, cursor, limit)
    texts = texts_of(session, {(report.post, report.post_id) for report, _title in part.rows})
    return part.with_rows(
        [ReportRow(report, title, texts.get((report.post, report.post_id), "")) for report, title in part.rows]
    )


QUEUE = Queue(QueueName.REPORTS, _KEYS, _depth, _rows, claimed_as=QueueName.REPORTS)
