"""What is told when a question goes into another, and when that is undone."""

import datetime as dt
from collections.abc import Iterable

from samenspraak.core.db import Session
from samenspraak.notifications.handlers.cause import cause_of, tell_all
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import MergeUndone, QuestionsMerged
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Question
from samenspraak.routing.merging import set_aside_by


def on_questions_merged(session: Session, event: QuestionsMerged, now: dt.datetime) -> None:
    """Tell who asked the source, who reads there why, and the experts who need not answer any more."""
    cause = cause_of(session, event.source_id, event.by_id, f"merged:{event.merge_id}")
    tell_all(session, cause, NoticeKind.QUESTION_MERGED, _concerned(session, event), now)


def on_merge_undone(session: Session, event: MergeUndone, now: dt.datetime) -> None:
    """Tell the same people that the question stands by itself again."""
    cause = cause_of(session, event.source_id, event.by_id, f"unmerged:{event.merge_id}")
    tell_all(session, cause, NoticeKind.MERGE_UNDONE, _concerned(session, event), now)


def _concerned(session: Session, event: QuestionsMerged | MergeUndone) -> Iterable[int]:
    asker = session.get_one(Question, event.source_id).asker_id
    return [asker, *sorted(set_aside_by(session.get_one(QuestionMerge, event.merge_id)) - {asker})]
