"""Putting an earlier version of a question or an answer back, as a new version."""

import datetime as dt

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.citing import keep_citations
from samenspraak.questions.actions.editing import speaks_for_ministry
from samenspraak.questions.actions.revising import keep_text
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.edits import may_restore
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.queries.questions import find_answer, find_question
from samenspraak.questions.queries.revisions import VersionText, present_text, text_of
from samenspraak.themes.models import Theme


def restore_question(
    session: Session, viewer: Viewer, question_id: int, version_id: int, reason: str, seen: str, now: dt.datetime
) -> Question:
    """Make a question say again what it said: title, text, and those of its themes that there still are.

    `seen` is the `sign` that the page was opened on: `Conflict` when the question changed since.
    """
    question = find_question(session, viewer, question_id, to_change=True)
    said = text_of(session, question, version_id)
    by_id = _check(viewer, question, seen, allowed=may_restore(viewer, {question.asker_id}))
    if said == present_text(question):
        return question
    themes = _themes(session, said)
    _keep(session, question, by_id, reason, now)
    question.title, question.body = said.title, said.body
    question.themes = themes or question.themes
    touch_question(session, question.id)
    if by_id != question.asker_id:
        _record(session, by_id, question, version_id, reason, now)
    return question


def restore_answer(
    session: Session, viewer: Viewer, answer_id: int, version_id: int, reason: str, seen: str, now: dt.datetime
) -> Answer:
    """Make an answer say again what it said: text, last day and basis.

    Its standing stays: with what weight an answer speaks is claimed anew by its author, never by going back. `seen` as
    for a question. Raises `Invalid` for "reason" when it would state a position of the ministry that it never was.
    """
    question, answer = find_answer(session, viewer, answer_id, to_change=True)
    said = text_of(session, answer, version_id)
    authors = authors_of(session, answer)
    by_id = _check(viewer, answer, seen, allowed=may_restore(viewer, authors))
    if (said.body, said.valid_until, said.basis) == (answer.body, answer.valid_until, answer.basis):
        return answer
    _check_position(session, viewer, question, answer, said)
    _keep(session, answer, by_id, reason, now)
    answer.body, answer.valid_until, answer.basis = said.body, said.valid_until, said.basis
    keep_citations(session, answer)
    touch_question(session, question.id)
    if by_id not in authors:
        _record(session, by_id, answer, version_id, reason, now)
    return answer


def _check(viewer: Viewer, thing: Question | Answer, seen: str, *, allowed: bool) -> int:
    if viewer.person_id is None or not allowed:
        raise NotAllowed
    if seen != thing.sign:
        raise Conflict("changed-meanwhile")
    return viewer.person_id


def _check_position(session: Session, viewer: Viewer, question: Question, answer: Answer, said: VersionText) -> None:
    """Let the position of the ministry be put back by whom OCW named, and by moderators to what was its position."""
    was_position = viewer.is_moderator and said.standing is Standing.MINISTRY
    if answer.standing is Standing.MINISTRY and not (was_position or speaks_for_ministry(session, viewer, question)):
        raise Invalid("reason", "no-longer-named")


def _keep(session: Session, thing: Question | Answer, by_id: int, reason: str, now: dt.datetime) -> None:
    if not reason.strip():
        raise Invalid("reason", "reason-missing")
    keep_text(session, thing, by_id, reason, now, always=True)


def _record(
    session: Session, by_id: int, thing: Question | Answer, version_id: int, reason: str, now: dt.datetime
) -> None:
    """Keep that a moderator put back what others wrote, and why."""
    if isinstance(thing, Question):
        act, kind, concerns, question_id = Act.QUESTION_RESTORED, Thing.QUESTION, thing.asker_id, thing.id
    else:
        act, kind, concerns, question_id = Act.ANSWER_RESTORED, Thing.ANSWER, thing.author_id, thing.question_id
    after = {"question": question_id, "version": version_id}
    record_act(session, act, by_id, kind, thing.id, now, concerns=concerns, after=after, reason=reason)


def _themes(session: Session, said: VersionText) -> list[Theme]:
    return list(session.scalars(select(Theme).where(Theme.label.in_(said.theme_labels or ())).order_by(Theme.label)))
