"""Who asked a question, for one reader or for many."""

from collections.abc import Collection

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import ShownAsker, asker_is_known_to, knows_asker, shown_asker
from samenspraak.questions.models.question import Guest, Question


def is_asker_known(session: Session, viewer: Viewer, question: Question) -> bool:
    """Say whether someone may know who asked a question; asks the database only about anonymous ones."""
    if not question.is_anonymous:
        return True
    return knows_asker(viewer, question, who_were_told(session, question.id))


def find_asker(session: Session, viewer: Viewer, question: Question) -> ShownAsker:
    """Return who asked, with the name, as far as someone may know; asker and organisation must be loaded."""
    return shown_asker(question, is_known=is_asker_known(session, viewer, question), with_name=True)


def with_known_asker(session: Session, viewer: Viewer, question_ids: Collection[int]) -> frozenset[int]:
    """Return those among some questions of which someone may know who asked, in one statement."""
    if not question_ids:
        return frozenset()
    known = select(Question.id).where(Question.id.in_(question_ids), asker_is_known_to(viewer))
    return frozenset(session.scalars(known))


def who_were_told(session: Session, question_id: int) -> frozenset[int]:
    """Return the guests of a question who were told who asked it."""
    told = select(Guest.person_id).where(Guest.question_id == question_id, Guest.knows_asker)
    return frozenset(session.scalars(told))
