"""One question at a time, for someone who may see it."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.errors import Merged, NotFound
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Guest, Question
from samenspraak.questions.visibility import answer_is_visible_to, is_visible_to


def find_question(session: Session, viewer: Viewer, question_id: int, *, to_change: bool = False) -> Question:
    """Return a question with its asker, organisation and themes; `NotFound` also when someone may not see it.

    One that went into another is read nor changed any more: `Merged`.
    `to_change` holds the row until the end of the unit, so that two who change it at once come after each other.
    """
    return _find(session, viewer, Question.id == question_id, to_change=to_change)


def find_answer(
    session: Session, viewer: Viewer, answer_id: int, *, to_change: bool = False
) -> tuple[Question, Answer]:
    """Return an answer with its author and the question that it stands under; `NotFound` when someone may not see it.

    `to_change` holds the question, as it does in `find_question`.
    """
    answered = select(Answer.question_id).where(Answer.id == answer_id).scalar_subquery()
    question = _find(session, viewer, Question.id == answered, to_change=to_change)
    wanted = select(Answer).where(Answer.id == answer_id).options(joinedload(Answer.author))
    answer = session.scalar(wanted.execution_options(populate_existing=to_change))
    if answer is None or (answer.held_at and not _may_read_held(session, viewer, answer_id)):
        raise NotFound
    return question, answer


def titles_of(session: Session, viewer: Viewer, question_ids: Collection[int]) -> dict[int, str]:
    """Return the titles of those among some questions that someone may see, by id."""
    if not question_ids:
        return {}
    titles = select(Question.id, Question.title).where(Question.id.in_(question_ids), is_visible_to(viewer))
    return {row.id: row.title for row in session.execute(titles)}


def is_guest(session: Session, question_id: int, person_id: int | None) -> bool:
    """Say whether someone was let in to a question."""
    return _holds(session, exists().where(Guest.question_id == question_id, Guest.person_id == person_id))


def has_contributions(session: Session, question_id: int) -> bool:
    """Say whether anyone wrote under a question."""
    answered = exists().where(Answer.question_id == question_id)
    return _holds(session, answered | exists().where(Comment.question_id == question_id))


def _find(session: Session, viewer: Viewer, which: ColumnElement[bool], *, to_change: bool) -> Question:
    wanted = (
        select(Question)
        .where(which, is_visible_to(viewer))
        .options(
            joinedload(Question.asker),
            joinedload(Question.organisation),
            joinedload(Question.on_behalf_of),
            selectinload(Question.themes),
        )
    )
    if to_change:
        wanted = wanted.with_for_update(of=Question).execution_options(populate_existing=True)
    question = session.scalar(wanted)
    if question is None:
        raise NotFound
    if question.merged_into_id is not None:
        raise Merged(question.id, next(iter(titles_of(session, viewer, [question.merged_into_id])), None))
    return question


def _may_read_held(session: Session, viewer: Viewer, answer_id: int) -> bool:
    return _holds(session, exists().where(Answer.id == answer_id, answer_is_visible_to(viewer)))


def _holds(session: Session, condition: ColumnElement[bool]) -> bool:
    return bool(session.scalar(select(condition)))
