"""Reads of merges: what went into a question, who has to do with that, and where one went."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import ShownAsker, asker_is_known_to, shown_asker
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Guest, Question
from samenspraak.questions.visibility import answer_counts, is_listed_to, is_visible_to


@dataclasses.dataclass(frozen=True)
class MergedRow:
    """A question that went into another, for one who may see it: who asked it, who merged it, when and why."""

    merge_id: int
    question_id: int
    title: str
    asker: ShownAsker
    asked_at: dt.datetime
    answers: int
    by: str
    at: dt.datetime
    reason: str


@dataclasses.dataclass(frozen=True)
class OftenAsked:
    """A question into which others went, and how many."""

    question_id: int
    title: str
    times: int


def also_asked_as(session: Session, viewer: Viewer, question_id: int) -> Sequence[MergedRow]:
    """Return what went into a question, directly or by way of another, as far as someone may see it; oldest first."""
    answers = select(func.count(Answer.id)).where(Answer.question_id == Question.id, answer_counts())
    rows = session.execute(
        select(
            QuestionMerge, Question, asker_is_known_to(viewer).label("is_known"), answers.scalar_subquery(), Person.name
        )
        .join(Question, Question.id == QuestionMerge.source_id)
        .join(Person, Person.id == QuestionMerge.by_id)
        .where(QuestionMerge.undone_at.is_(None), Question.merged_into_id == question_id, is_visible_to(viewer))
        .options(joinedload(Question.organisation))
        .order_by(Question.asked_at, Question.id)
    )
    return [_row(*row) for row in rows]


def find_original(session: Session, viewer: Viewer, question_id: int) -> tuple[Question, QuestionMerge | None, str]:
    """Return a question with asker and organisation, how it went into another, if it did, and the name of who did that.

    Raises `NotFound` also when someone may not see it.
    """
    wanted = (
        select(Question)
        .where(Question.id == question_id, is_visible_to(viewer))
        .options(joinedload(Question.asker), joinedload(Question.organisation), joinedload(Question.on_behalf_of))
    )
    question = session.scalar(wanted)
    if question is None:
        raise NotFound
    merge = standing_merge_of(session, question_id) if question.merged_into_id is not None else None
    return question, merge, session.get_one(Person, merge.by_id).name if merge else ""


def standing_merge_of(session: Session, question_id: int) -> QuestionMerge | None:
    """Return the merge by which a question went into another, with both."""
    wanted = select(QuestionMerge).where(QuestionMerge.source_id == question_id, QuestionMerge.undone_at.is_(None))
    return session.scalar(wanted.options(joinedload(QuestionMerge.target), joinedload(QuestionMerge.source)))


def merged_under(session: Session, question_id: int) -> frozenset[int]:
    """Return all that went into a question, directly or by way of others."""
    found: set[int] = set()
    level = {question_id}
    while level:
        stands = QuestionMerge.target_id.in_(level) & QuestionMerge.undone_at.is_(None)
        level = set(session.scalars(select(QuestionMerge.source_id).where(stands))) - found
        found |= level
    return frozenset(found)


def way_up_from(session: Session, question_id: int) -> tuple[int, ...]:
    """Return a question, what it went into, what that went into, and so on."""
    way = [question_id]
    while (further := standing_merge_of(session, way[-1])) is not None:
        way.append(further.target_id)
    return tuple(way)


def is_followed_by_another(session: Session, merge: QuestionMerge, end: int) -> bool:
    """Say whether a later merge stands by which something came to where a merge ended."""
    later = (
        select(QuestionMerge.id)
        .join(QuestionMerge.source)
        .where(QuestionMerge.undone_at.is_(None), QuestionMerge.id > merge.id, Question.merged_into_id == end)
    )
    return session.scalar(later.limit(1)) is not None


def guests_of(session: Session, question_id: int) -> frozenset[int]:
    """Return who was let in to a question."""
    return frozenset(session.scalars(select(Guest.person_id).where(Guest.question_id == question_id)))


def most_merged(session: Session, viewer: Viewer, limit: int = 10) -> Sequence[OftenAsked]:
    """Return the questions into which most others went: what is often asked."""
    times = (
        select(Question.merged_into_id.label("target_id"), func.count().label("times"))
        .where(Question.merged_into_id.is_not(None))
        .group_by(Question.merged_into_id)
        .subquery()
    )
    rows = session.execute(
        select(Question.id, Question.title, times.c.times)
        .join(times, times.c.target_id == Question.id)
        .where(is_listed_to(viewer))
        .order_by(times.c.times.desc(), Question.id.desc())
        .limit(limit)
    )
    return [OftenAsked(*row) for row in rows]


def _row(merge: QuestionMerge, question: Question, known: bool, answers: int, by: str) -> MergedRow:  # noqa: FBT001
    asker = shown_asker(question, is_known=known)
    return MergedRow(
        merge.id, question.id, question.title, asker, question.asked_at, answers, by, merge.at, merge.reason
    )
