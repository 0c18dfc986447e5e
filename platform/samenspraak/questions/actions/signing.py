"""Signing an answer together: its author asks, and each who is asked says yes or no.

A signature is of a person for an organisation, with the standing of the answer. It stays when the text is edited, by
whichever of them: all are told, and each may take theirs back. It falls when the standing becomes one that its owner
cannot claim.
"""

import datetime as dt

from sqlalchemy import delete, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed, NotFound
from samenspraak.core.events import record
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.guests import let_in
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.events import AnswerSigned, AskedToSign
from samenspraak.questions.models.answer import Answer, CoAuthor, HelpfulVote
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.mentions import find_offered
from samenspraak.questions.queries.questions import find_answer
from samenspraak.questions.queries.seats import is_named_for, named_for, seats_of
from samenspraak.questions.queries.signing import signing_seat_of
from samenspraak.questions.rules import MOST_CO_AUTHORS, Seat, may_edit, signing_seat


def ask_to_sign(session: Session, author: Viewer, answer_id: int, person_id: int, now: dt.datetime) -> CoAuthor:
    """Ask someone who may see the question to sign one's answer too; who declined before can be asked again.

    Raises `Invalid` for "person" when they may not see it, asked it, or cannot claim the standing of the answer.
    """
    question, answer = find_answer(session, author, answer_id, to_change=True)
    if not may_edit(author, answer.author_id):
        raise NotAllowed
    organisation_id = _seat_to_sign_from(session, author, question, answer, person_id).organisation_id
    asked = session.get(CoAuthor, (answer.id, person_id))
    if asked is not None and asked.declined_at is None:
        return asked
    if asked is None:
        _check_number(session, answer)
        asked = CoAuthor(answer_id=answer.id, person_id=person_id, organisation_id=organisation_id, asked_at=now)
        session.add(asked)
    asked.organisation_id, asked.asked_at, asked.agreed_at, asked.declined_at = organisation_id, now, None, None
    session.flush()
    record(session, AskedToSign(question.id, answer.id, person_id, answer.author_id))
    return asked


def sign(session: Session, viewer: Viewer, answer_id: int, now: dt.datetime) -> None:
    """Sign an answer that one was asked to sign; who signs stays a guest of its question, and takes back a vote."""
    question, answer, asked = _asked(session, viewer, answer_id)
    if asked.agreed_at is not None:
        return
    if viewer.person_id == question.asker_id or not _may_claim(session, viewer, question, answer):
        raise NotAllowed
    asked.agreed_at, asked.declined_at = now, None
    own_vote = (HelpfulVote.answer_id == answer.id) & (HelpfulVote.person_id == asked.person_id)
    session.execute(delete(HelpfulVote).where(own_vote))
    let_in(session, question.id, asked.person_id, now, knows_asker=False)
    record(session, AnswerSigned(question.id, answer.id, asked.person_id))
    touch_question(session, question.id)


def decline_to_sign(session: Session, viewer: Viewer, answer_id: int, now: dt.datetime) -> None:
    """Say no to signing an answer, or take back one's signature."""
    question, _answer, asked = _asked(session, viewer, answer_id)
    asked.agreed_at, asked.declined_at = None, now
    touch_question(session, question.id)


def drop_unfit_signatures(session: Session, question: Question, answer: Answer) -> None:
    """Take away the signatures of those who cannot claim the standing that an answer now has."""
    for each in session.scalars(select(CoAuthor).where(CoAuthor.answer_id == answer.id)):
        if not _may_claim(session, Viewer(person_id=each.person_id), question, answer):
            session.delete(each)
    session.flush()


def _asked(session: Session, viewer: Viewer, answer_id: int) -> tuple[Question, Answer, CoAuthor]:
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    asked = session.get(CoAuthor, (answer_id, viewer.person_id)) if viewer.person_id is not None else None
    if asked is None:
        raise NotFound
    return question, answer, asked


def _seat_to_sign_from(session: Session, author: Viewer, question: Question, answer: Answer, person_id: int) -> Seat:
    person = next(iter(find_offered(session, author, question, answer, Person.id == person_id)), None)
    if person is None:
        raise Invalid("person", "may-not-see")
    if person_id == question.asker_id and not question.is_anonymous:
        raise Invalid("person", "cannot-sign-own")
    seat = signing_seat_of(person, question, answer, is_named=person_id in named_for(session, question))
    if seat is None:
        raise Invalid("person", "standing-not-theirs")
    return seat


def _may_claim(session: Session, viewer: Viewer, question: Question, answer: Answer) -> bool:
    seats = seats_of(session, viewer)
    is_spokesperson = is_named_for(session, seats, viewer.person_id, question)
    return signing_seat(seats, answer.standing, is_spokesperson=is_spokesperson) is not None


def _check_number(session: Session, answer: Answer) -> None:
    others = session.scalars(select(CoAuthor.person_id).where(CoAuthor.answer_id == answer.id)).all()
    if len(others) >= MOST_CO_AUTHORS:
        raise Invalid("person", "too-many-authors")
