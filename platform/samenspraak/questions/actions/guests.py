"""Letting someone in to a question, and out again: what a restricted question's visibility looks at."""

import datetime as dt

from sqlalchemy import delete, exists, select

from samenspraak.core.db import Session
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.models.answer import Answer, CoAuthor
from samenspraak.questions.models.question import Guest, Question


def let_in(session: Session, question_id: int, person_id: int, now: dt.datetime, *, knows_asker: bool = True) -> None:
    """Make someone a guest of a question; who is one already stays one.

    `knows_asker` is for who was asked to answer: they are told who asked, also when others are not.
    """
    session.execute(select(Question.id).where(Question.id == question_id).with_for_update())
    guest = session.get(Guest, (question_id, person_id))
    if guest is None:
        session.add(Guest(question_id=question_id, person_id=person_id, since=now, knows_asker=knows_asker))
        touch_question(session, question_id)
    elif knows_asker:
        guest.knows_asker = True


def let_out(session: Session, question_id: int, person_id: int) -> None:
    """Take someone's place as a guest away; whoever answered stays, so that they can read what was said of it."""
    answered = exists().where(Answer.question_id == question_id, Answer.author_id == person_id)
    signed = exists().where(
        CoAuthor.answer_id == Answer.id,
        Answer.question_id == question_id,
        CoAuthor.person_id == person_id,
        CoAuthor.agreed_at.is_not(None),
    )
    if session.scalar(select(answered | signed)):
        return
    out = delete(Guest).where(Guest.question_id == question_id, Guest.person_id == person_id)
    if session.execute(out.returning(Guest.person_id)).first():
        touch_question(session, question_id)
