"""Asking whether an accepted answer was used, once, six weeks later; and saying so."""

import datetime as dt

from sqlalchemy import Select, exists, select
from sqlalchemy.exc import IntegrityError

from samenspraak.calendar.queries import region_calendars
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed, NotFound
from samenspraak.core.events import record
from samenspraak.people.kinds import Region, Sector
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.rules import Viewer
from samenspraak.questions.events import ImpactAsked, ImpactTold
from samenspraak.questions.kinds import Use
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.impact import Impact
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.rules import may_accept
from samenspraak.questions.uses import accepted_before, check_use
from samenspraak.questions.visibility import answer_counts

MOST_AT_ONCE = 20
"""Askers asked in one unit, so that others who write wait no longer than for a moment."""
_MOST_LOOKED_AT = 1_000


def ask_for_impact(session: Session, now: dt.datetime) -> int:
    """Ask about the next answers whose time has come, and return how many; the clock's part, to be repeated until 0.

    It is a working day of the asking partnership, its school holidays included: in a holiday nobody is asked. The row
    of `Impact` is what two workers compete for, so that each question is asked about once, for good.
    """
    waiting = session.execute(_accepted_and_not_asked(now)).all()
    if not waiting:
        return 0
    today, calendars = local_day(now), region_calendars(session)
    due = [
        (row.id, row.answer_id) for row in waiting if calendars.of(row.holiday_region, row.sector).is_working_day(today)
    ]
    return sum(_ask(session, question_id, answer_id, now) for question_id, answer_id in due[:MOST_AT_ONCE])


def _accepted_and_not_asked(now: dt.datetime) -> Select[int, Region | None, Sector, int]:
    return (
        select(Question.id, Organisation.holiday_region, Question.sector, Acceptance.answer_id)
        .join(Acceptance, Acceptance.question_id == Question.id)
        .join(Answer, Answer.id == Acceptance.answer_id)
        .join(Person, Person.id == Question.asker_id)
        .join(Organisation, Organisation.id == Question.organisation_id)
        .where(Acceptance.accepted_at < accepted_before(now), answer_counts(), Person.is_active)
        .where(~exists().where(Impact.question_id == Question.id))
        .order_by(Acceptance.accepted_at, Question.id)
        .limit(_MOST_LOOKED_AT)
    )


def tell_impact(session: Session, viewer: Viewer, question_id: int, used: Use, words: str, now: dt.datetime) -> Impact:
    """Say whether the accepted answer was used, or say it anew: for the asker, and coordinators of the partnership.

    `NotFound` when nobody was asked yet, or nothing is accepted any more. Raises `Invalid` for "words".
    """
    question = find_question(session, viewer, question_id, to_change=True)
    _check_may_tell(session, viewer, question)
    impact, acceptance = session.get(Impact, question.id), session.get(Acceptance, question.id)
    if impact is None or acceptance is None:
        raise NotFound
    words = words.strip()
    check_use(used, words)
    if (impact.answer_id, impact.used, impact.words) == (acceptance.answer_id, used, words):
        return impact
    impact.answer_id, impact.used, impact.words = acceptance.answer_id, used, words
    impact.told_at, impact.told_by_id = now, viewer.person_id
    record(session, ImpactTold(question.id, impact.answer_id, viewer.person_id or 0, used.value))
    session.flush()
    return impact


def _ask(session: Session, question_id: int, answer_id: int, now: dt.datetime) -> bool:
    try:
        with session.begin_nested():
            session.add(Impact(question_id=question_id, answer_id=answer_id, asked_at=now))
            session.flush()
    except IntegrityError:
        return False  # another worker was first
    record(session, ImpactAsked(question_id, answer_id))
    return True


def _check_may_tell(session: Session, viewer: Viewer, question: Question) -> None:
    seats = seats_of(session, viewer)
    asked = {"asked_by": question.asker_id, "asked_for": question.organisation_id}
    if not may_accept(seats, person_id=viewer.person_id, **asked):
        raise NotAllowed
