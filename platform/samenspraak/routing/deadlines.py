"""Deadlines of a question, counted in working days of the partnership that asks, and the moments of reminders."""

import datetime as dt

from samenspraak.calendar.queries import calendar_for
from samenspraak.calendar.working import WorkingCalendar
from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.core.db import Session
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import WORKING_DAYS_TO_ANSWER, WORKING_DAYS_TO_RESPOND, InvitationState

REMIND_TO_RESPOND = 1
REMIND_TO_ANSWER = 2
"""Working days before a deadline."""

_DAY = dt.timedelta(days=1)
_MORNING = dt.time(7)


def calendar_of(session: Session, question_id: int) -> WorkingCalendar:
    """Return the calendar in which the deadlines of a question count."""
    question = session.get_one(Question, question_id)
    return calendar_for(session, question.organisation_id, question.sector)


def reminder_before(calendar: WorkingCalendar, deadline: dt.datetime, days: int) -> dt.datetime:
    """Return the morning of the working day that comes so many working days before a deadline."""
    last = local_day(deadline)
    day = last
    while not calendar.is_working_day(day) or calendar.between(day, last) < days:
        day -= _DAY
    return dt.datetime.combine(day, _MORNING, AMSTERDAM).astimezone(dt.UTC)


def begin_to_respond(calendar: WorkingCalendar, invitation: Invitation, now: dt.datetime) -> None:
    """Set until when an expert who was just invited reacts."""
    invitation.respond_by = calendar.deadline(now, WORKING_DAYS_TO_RESPOND)
    invitation.remind_at = reminder_before(calendar, invitation.respond_by, REMIND_TO_RESPOND)
    invitation.answer_by = None


def begin_to_answer(calendar: WorkingCalendar, invitation: Invitation, now: dt.datetime) -> None:
    """Set until when an expert who just took a question on answers."""
    invitation.answer_by = calendar.deadline(now, WORKING_DAYS_TO_ANSWER)
    invitation.remind_at = reminder_before(calendar, invitation.answer_by, REMIND_TO_ANSWER)


def shift(calendar: WorkingCalendar, invitation: Invitation, paused_from: dt.datetime, now: dt.datetime) -> None:
    """Move the deadline of an open invitation on by the working days that a pause took from it."""
    if invitation.state is InvitationState.INVITED and invitation.respond_by:
        invitation.respond_by = after_pause(calendar, invitation.respond_by, paused_from, now)
        until, days = invitation.respond_by, REMIND_TO_RESPOND
    elif invitation.answer_by:
        invitation.answer_by = after_pause(calendar, invitation.answer_by, paused_from, now)
        until, days = invitation.answer_by, REMIND_TO_ANSWER
    else:
        return
    if invitation.remind_at:
        invitation.remind_at = reminder_before(calendar, until, days)


def after_pause(
    calendar: WorkingCalendar, deadline: dt.datetime, paused_from: dt.datetime, now: dt.datetime
) -> dt.datetime:
    """Return a deadline after a pause; never one that has passed: at the least the end of the next working day."""
    shifted = calendar.shifted(deadline, paused_from, now)
    return shifted if shifted > now else calendar.deadline(now, 1)
