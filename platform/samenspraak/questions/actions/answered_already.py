"""Finding the answer before asking: an outcome of its own, credited to the answer."""

import datetime as dt

from sqlalchemy import case, func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed, NotFound
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer, HelpfulVote
from samenspraak.questions.models.kept import AnsweredAlready
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.rules import coordinated
from samenspraak.questions.visibility import answer_counts


def find_answered(
    session: Session, viewer: Viewer, question_id: int, draft_key: str, now: dt.datetime
) -> AnsweredAlready:
    """Say that an earlier question answers the one that someone was writing; the same draft counts once.

    The credit goes to its accepted answer, else to the one that helped most; never to one that is held. Raises
    `NotAllowed` for who may not ask, and `NotFound` for a question without an answer, or one that they may not see.
    """
    seats = coordinated(seats_of(session, viewer))
    if viewer.person_id is None or not seats:
        raise NotAllowed
    question = find_question(session, viewer, question_id)
    answer_id = _best_answer(session, question.id)
    if answer_id is None:
        raise NotFound
    found = _found_before(session, draft_key)
    if found is None:
        found = AnsweredAlready(
            person_id=viewer.person_id, organisation_id=seats[0].organisation_id, draft_key=draft_key
        )
        session.add(found)
    elif found.person_id != viewer.person_id:
        raise NotFound
    found.question_id, found.answer_id, found.at = question.id, answer_id, now
    session.flush()
    return found


def undo_answered(session: Session, viewer: Viewer, answered_id: int) -> str | None:
    """Take back that a question proved answered: its draft is open again. Returns the key of the draft, if there."""
    found = session.get(AnsweredAlready, answered_id)
    if found is None or found.person_id != viewer.person_id:
        return None
    key = found.draft_key
    session.delete(found)
    session.flush()
    return key


def _found_before(session: Session, draft_key: str) -> AnsweredAlready | None:
    return session.scalar(select(AnsweredAlready).where(AnsweredAlready.draft_key == draft_key))


def _best_answer(session: Session, question_id: int) -> int | None:
    helped = select(func.count()).where(HelpfulVote.answer_id == Answer.id).scalar_subquery()
    return session.scalar(
        select(Answer.id)
        .outerjoin(Acceptance, Acceptance.answer_id == Answer.id)
        .where(Answer.question_id == question_id, answer_counts())
        .order_by(case((Acceptance.answer_id.is_not(None), 0), else_=1), helped.desc(), Answer.id)
        .limit(1)
    )
