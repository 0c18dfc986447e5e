"""Saying that an answer helped, and taking that back."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.models.answer import HelpfulVote
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.queries.questions import find_answer
from samenspraak.questions.rules import may_vote


def vote_helpful(session: Session, viewer: Viewer, answer_id: int, now: dt.datetime) -> None:
    """Say that an answer helped; harmless when it was said before. Raises `NotAllowed` for one's own answer."""
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    if viewer.person_id is None or not may_vote(viewer, authors_of(session, answer)) or answer.held_at:
        raise NotAllowed
    if session.get(HelpfulVote, (answer.id, viewer.person_id)) is None:
        session.add(HelpfulVote(answer_id=answer.id, person_id=viewer.person_id, voted_at=now))
        touch_question(session, question.id)


def withdraw_vote(session: Session, viewer: Viewer, answer_id: int) -> None:
    """Take back that an answer helped; harmless when it was not said, or no longer."""
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    if viewer.person_id is None:
        raise NotAllowed
    vote = session.get(HelpfulVote, (answer.id, viewer.person_id))
    if vote is not None:
        session.delete(vote)
        touch_question(session, question.id)
