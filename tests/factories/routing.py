"""Makes invitations for tests, through the real actions."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from samenspraak.routing.actions import accept, invite
from samenspraak.routing.models.invitation import Invitation
from tests.factories.people import viewer
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
