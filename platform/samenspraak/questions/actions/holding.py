"""Holding an answer that claims a standing which it lacks, until that is settled."""

import datetime as dt

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Facts
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.revising import keep_text
from samenspraak.questions.actions.signing import drop_unfit_signatures
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.events import AcceptanceWithdrawn, AnswerHeld, AnswerReleased
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.queries.questions import find_answer
from samenspraak.questions.rules import may_edit_answer, may_hold


def hold_answer(session: Session, moderator: Viewer, answer_id: int, because: str, now: dt.datetime) -> Answer:
    """Hold an answer: until it is released it is read by those concerned alone, and counts for nobody.

    An acceptance is withdrawn with it, since nobody can rely on what few may read; its asker can accept it again later.
    Raises `Invalid` for "because" without a reason: the author has to know what to put right.
    """
    question, answer = find_answer(session, moderator, answer_id, to_change=True)
    if not may_hold(moderator, answer.standing, authors_of(session, answer)):
        raise NotAllowed
    if not because.strip():
        raise Invalid("because", "no-reason-to-hold")
    if answer.held_at is not None:
        return answer
    answer.held_at, answer.held_by_id, answer.held_because = now, moderator.person_id, because.strip()
    _withdraw_acceptance(session, answer, moderator.person_id or 0)
    record(session, AnswerHeld(question.id, answer.id, moderator.person_id or 0))
    touch_question(session, question.id)
    _record(session, Act.ANSWER_HELD, moderator, answer, now, answer.held_because)
    return answer


def release_answer(session: Session, moderator: Viewer, answer_id: int, now: dt.datetime) -> Answer:
    """Let an answer stand for everyone again, as it is; harmless when it is not held."""
    _question, answer = find_answer(session, moderator, answer_id, to_change=True)
    if not moderator.is_moderator or moderator.person_id in authors_of(session, answer):
        raise NotAllowed
    if answer.held_at is not None:
        release(session, answer, moderator.person_id or 0)
        _record(session, Act.ANSWER_RELEASED, moderator, answer, now)
    return answer


def lower_standing(session: Session, author: Viewer, answer_id: int, reason: str, now: dt.datetime) -> Answer:
    """Make an answer one from its author's own experience; that releases it when it is held.

    `reason` is kept with what it said before.
    """
    question, answer = find_answer(session, author, answer_id, to_change=True)
    if not may_edit_answer(author, authors_of(session, answer)):
        raise NotAllowed
    if answer.standing is not Standing.PERSONAL:
        keep_text(session, answer, author.person_id or 0, reason, now)
        answer.standing = Standing.PERSONAL
        settle_standing(session, question, answer, author.person_id or 0)
    return answer


def settle_standing(session: Session, question: Question, answer: Answer, by_id: int) -> None:
    """Do what follows from another standing, once it is set: signatures that do not fit fall, a held answer stands."""
    drop_unfit_signatures(session, question, answer)
    release(session, answer, by_id)
    touch_question(session, question.id)


def release(session: Session, answer: Answer, by_id: int) -> None:
    """Release an answer whose question the caller holds, when it is held."""
    if answer.held_at is None:
        return
    answer.held_at = answer.held_by_id = None
    answer.held_because = ""
    record(session, AnswerReleased(answer.question_id, answer.id, by_id))
    touch_question(session, answer.question_id)


def _record(session: Session, act: Act, moderator: Viewer, answer: Answer, now: dt.datetime, reason: str = "") -> None:
    after: Facts = {"question": answer.question_id, "standing": answer.standing.value}
    concerns = answer.author_id
    record_act(
        session, act, moderator.person_id, Thing.ANSWER, answer.id, now, concerns=concerns, after=after, reason=reason
    )


def _withdraw_acceptance(session: Session, answer: Answer, by_id: int) -> None:
    acceptance = session.get(Acceptance, answer.question_id)
    if acceptance is not None and acceptance.answer_id == answer.id:
        session.delete(acceptance)
        record(session, AcceptanceWithdrawn(answer.question_id, answer.id, by_id))
