"""Makes invitations and routes for tests, through the real actions."""

import datetime as dt
from typing import Any

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from samenspraak.routing.actions import accept, invite
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.route import hold_route, to_moderator
from tests.factories.people import viewer
from tests.factories.questions import make_question
from tests.support.site import NOON


def make_invited(
    session: Session, question: Question, expert: Person, *, now: dt.datetime = NOON, note: str = ""
) -> Invitation:
    """Have the asker invite an expert."""
    [invitation] = invite(session, viewer(question.asker), question.id, [expert.id], note, now)
    return invitation


def make_accepted(session: Session, question: Question, expert: Person, *, now: dt.datetime = NOON) -> Invitation:
    """Have the asker invite an expert, who takes it on at the same moment."""
    return accept(session, viewer(expert), make_invited(session, question, expert, now=now).id, now)


def make_stuck(session: Session, **values: Any) -> Question:
    """Make a question that is with the moderators, because nobody else is left."""
    return leave_to_moderators(session, make_question(session, **values))


def leave_to_moderators(session: Session, question: Question, *, now: dt.datetime = NOON) -> Question:
    """Bring a question to the moderators."""
    to_moderator(session, hold_route(session, question.id), None, now)
    session.flush()
    return question
