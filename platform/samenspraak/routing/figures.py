"""An expert's own figures by half year: what was asked of them, what they did with it, and how long that took.

They are for the expert alone. What was asked counts in the half year in which it was asked, with all that came of it;
answers, acceptances and votes count by when the answer was given, also of an answer that the expert signed with its
author. Working days are those of everyone: public holidays count, the school holidays of whoever asked do not.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from sqlalchemy import func, select

from samenspraak.calendar.queries import national_calendar
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.core.half_years import Half, half_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, HelpfulVote
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import DeclineReason, InvitationState

_S = InvitationState


@dataclass(frozen=True)
class Figures:
    """What an expert did in a half year; medians are in working days, None without anything to take them of."""

    half: Half
    asked: int = 0
    accepted: int = 0
    declined: Mapping[DeclineReason, int] = field(default_factory=dict)
    answers: int = 0
    accepted_answers: int = 0
    helpful: int = 0
    days_to_respond: float | None = None
    days_to_answer: float | None = None


@dataclass
class _Tally:
    asked: int = 0
    accepted: int = 0
    declined: Counter[DeclineReason] = field(default_factory=Counter)
    answers: int = 0
    accepted_answers: int = 0
    helpful: int = 0
    responded: list[int] = field(default_factory=list)
    answered: list[int] = field(default_factory=list)


def own_figures(session: Session, viewer: Viewer, person_id: int) -> Sequence[Figures]:
    """Return an expert's figures, the latest half year first; for anyone else there are none (`NotFound`)."""
    if viewer.person_id is None or viewer.person_id != person_id:
        raise NotFound
    tallies: dict[Half, _Tally] = defaultdict(_Tally)
    answers = _answers(session, person_id)
    for question_id, course in _courses(session, person_id).items():
        given = [each.at for each in answers if each.question_id == question_id and each.is_author]
        _count_asked(tallies, course, given)
    for answer in answers:
        tally = tallies[half_of(answer.at)]
        tally.answers += 1
        tally.accepted_answers += answer.is_accepted
        tally.helpful += answer.votes
    return [_figures(half, tallies[half]) for half in sorted(tallies, reverse=True)]


class _Answered(NamedTuple):
    question_id: int
    at: dt.datetime
    is_author: bool
    is_accepted: bool
    votes: int


def _answers(session: Session, person_id: int) -> Sequence[_Answered]:
    votes = select(func.count()).where(HelpfulVote.answer_id == Answer.id).scalar_subquery()
    signed = select(CoAuthor.answer_id).where(CoAuthor.person_id == person_id, CoAuthor.agreed_at.is_not(None))
    is_author, is_accepted = Answer.author_id == person_id, Acceptance.answer_id.is_not(None)
    rows = session.execute(
        select(Answer.question_id, Answer.answered_at, is_author, is_accepted, votes)
        .outerjoin(Acceptance, Acceptance.answer_id == Answer.id)
        .where(is_author | Answer.id.in_(signed))
        .order_by(Answer.answered_at, Answer.id)
    )
    return [_Answered(question, at, bool(own), bool(accepted), number) for question, at, own, accepted, number in rows]


def _courses(session: Session, person_id: int) -> Mapping[int, list[InvitationStep]]:
    """The steps of each question that the expert was asked, in order."""
    steps = session.execute(
        select(Invitation.question_id, InvitationStep)
        .join(Invitation, Invitation.id == InvitationStep.invitation_id)
        .where(Invitation.expert_id == person_id, InvitationStep.state != _S.PROPOSED)
        .order_by(InvitationStep.at, InvitationStep.id)
    )
    courses: dict[int, list[InvitationStep]] = defaultdict(list)
    for question_id, step in steps:
        courses[question_id].append(step)
    return {key: course for key, course in courses.items() if any(step.state is _S.INVITED for step in course)}


def _count_asked(
    tallies: Mapping[Half, _Tally], course: Sequence[InvitationStep], given: Sequence[dt.datetime]
) -> None:
    asked = next(step for step in course if step.state is _S.INVITED)
    tally = tallies[half_of(asked.at)]
    tally.asked += 1
    taken = next((step for step in course if step.state is _S.ACCEPTED), None)
    refused = next((step for step in reversed(course) if step.state is _S.DECLINED), None)
    if taken:
        tally.accepted += 1
        tally.answered.extend([_days(taken.at, at) for at in given if at >= taken.at][:1])
    if refused:
        tally.declined[refused.declined_because or DeclineReason.OTHER] += 1
    responded = taken or refused
    if responded:
        tally.responded.append(_days(asked.at, responded.at))


def _days(first: dt.datetime, last: dt.datetime) -> int:
    return national_calendar().between(local_day(first), local_day(last))


def _figures(half: Half, tally: _Tally) -> Figures:
    return Figures(
        half=half,
        asked=tally.asked,
        accepted=tally.accepted,
        declined=dict(tally.declined),
        answers=tally.answers,
        accepted_answers=tally.accepted_answers,
        helpful=tally.helpful,
        days_to_respond=median(tally.responded) if tally.responded else None,
        days_to_answer=median(tally.answered) if tally.answered else None,
    )
