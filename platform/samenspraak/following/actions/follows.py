"""Following something, and leaving it again."""

import datetime as dt
from contextlib import suppress

from sqlalchemy import delete, select

from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, NotAllowed
from samenspraak.following.kinds import Subject
from samenspraak.following.merging import leave_merged
from samenspraak.following.models import Follow
from samenspraak.following.targets import COLUMNS, Target, check_target
from samenspraak.people.rules import Viewer
from samenspraak.questions.events import AnswerGiven


def follow(session: Session, viewer: Viewer, target: Target, now: dt.datetime) -> None:
    """Follow something from now on; following it twice is once."""
    check_target(session, viewer, target)
    if viewer.person_id is None:
        raise NotAllowed
    _add(session, viewer.person_id, target, now)


def unfollow(session: Session, viewer: Viewer, target: Target) -> None:
    """Follow something no longer, also when it may not be seen any more."""
    session.execute(delete(Follow).where(Follow.person_id == viewer.person_id, target.is_it))
    if target.subject is Subject.QUESTION:
        leave_merged(session, viewer.person_id, target.id)
    session.flush()


def on_answer_given(session: Session, event: AnswerGiven, now: dt.datetime) -> None:
    """Have whoever answers follow the question; who asked is told of it anyway, and follows nothing."""
    _add(session, event.author_id, Target(Subject.QUESTION, event.question_id), now)


def _add(session: Session, person_id: int, target: Target, now: dt.datetime) -> None:
    known = session.scalar(select(Follow).where(Follow.person_id == person_id, target.is_it))
    if known is not None:
        known.by_merge = False
        return
    values = {column.key: target.id for subject, column in COLUMNS.items() if subject is target.subject}
    with suppress(Conflict), unless_taken(session, Conflict("followed-already")):  # by another tab, at the same moment
        session.add(Follow(person_id=person_id, since=now, **values))
