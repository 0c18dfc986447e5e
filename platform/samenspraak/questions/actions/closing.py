"""Closing a question with a reason, and reopening it."""

import datetime as dt

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Facts
from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.events import QuestionClosed, QuestionReopened
from samenspraak.questions.kinds import CloseReason
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.rules import check_closing, may_accept, may_close


def close_question(
    session: Session, viewer: Viewer, question_id: int, because: CloseReason, words: str, now: dt.datetime
) -> Question:
    """Close a question: it takes no new answers, and nobody is asked for one any more. Comments stay possible.

    What was answered and accepted stays so. A question that is closed stays closed as it was. Raises `Invalid` for
    "words" where the reason alone says nothing.
    """
    question, is_own = _find(session, viewer, question_id)
    check_closing(because, words)
    if question.closed_at is None:
        question.closed_at, question.closed_by_id = now, viewer.person_id
        question.closed_because, question.closing_words = because, words.strip()
        record(session, QuestionClosed(question.id, viewer.person_id or 0))
        touch_question(session, question.id)
        if not is_own:
            _record(session, Act.QUESTION_CLOSED, viewer, question, now, {"because": because.value})
    return question


def reopen_question(session: Session, viewer: Viewer, question_id: int, now: dt.datetime) -> Question:
    """Let a closed question take answers again; harmless for one that is open."""
    question, is_own = _find(session, viewer, question_id)
    if not is_own and question.closed_at is not None:
        _record(session, Act.QUESTION_REOPENED, viewer, question, now)
    reopen(session, question, viewer.person_id or 0)
    return question


def reopen(session: Session, question: Question, by_id: int) -> None:
    """Reopen a question that its caller holds, when it is closed."""
    if question.closed_at is None:
        return
    question.closed_at = question.closed_by_id = question.closed_because = None
    question.closing_words = ""
    record(session, QuestionReopened(question.id, by_id))
    touch_question(session, question.id)


def _record(
    session: Session, act: Act, viewer: Viewer, question: Question, now: dt.datetime, after: Facts | None = None
) -> None:
    concerns = question.asker_id
    record_act(session, act, viewer.person_id, Thing.QUESTION, question.id, now, concerns=concerns, after=after)


def _find(session: Session, viewer: Viewer, question_id: int) -> tuple[Question, bool]:
    """Return the question, and whether it is one's own to close; else a moderator does it for who asked."""
    question = find_question(session, viewer, question_id, to_change=True)
    seats = seats_of(session, viewer)
    asked_by, asked_for = question.asker_id, question.organisation_id
    if not may_close(viewer, seats, asked_by=asked_by, asked_for=asked_for):
        raise NotAllowed
    return question, may_accept(seats, asked_by=asked_by, asked_for=asked_for, person_id=viewer.person_id)
