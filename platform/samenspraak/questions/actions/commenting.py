"""Commenting, on an answer or on the question itself."""

import datetime as dt

from sqlalchemy import exists, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed, NotFound
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.events import CommentPlaced
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.queries.submissions import find_posted
from samenspraak.questions.rules import submission_key


def comment(session: Session, author: Viewer, question_id: int, draft: CommentDraft, now: dt.datetime) -> Comment:
    """Place a comment; everyone with an account who may see the question can. The same submission places once."""
    question = find_question(session, author, question_id, to_change=True)
    seats = seats_of(session, author)
    if author.person_id is None or not seats:
        raise NotAllowed
    if draft.answer_id is not None and not _stands_under(session, question, draft.answer_id):
        raise NotFound
    submission = submission_key(draft.submission, "comment", author.person_id, question_id, draft.answer_id, draft.body)
    already = find_posted(session, Comment, submission)
    if already is not None:
        return already
    placed = Comment(
        question_id=question.id,
        answer_id=draft.answer_id,
        author_id=author.person_id,
        organisation_id=seats[0].organisation_id,
        body=draft.body,
        commented_at=now,
        submission=submission,
    )
    session.add(placed)
    session.flush()
    record(session, CommentPlaced(question.id, placed.id, placed.author_id))
    touch_question(session, question.id)
    return placed


def _stands_under(session: Session, question: Question, answer_id: int) -> bool:
    return bool(session.scalar(select(exists().where(Answer.id == answer_id, Answer.question_id == question.id))))
