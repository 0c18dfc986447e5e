"""Asking a question, and changing it."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.drafts import QuestionDraft
from samenspraak.questions.events import QuestionAsked
from samenspraak.questions.models.answer import EarlierText
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question, has_contributions
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.queries.submissions import find_posted
from samenspraak.questions.rules import (
    check_themes,
    check_wish,
    coordinated,
    may_edit,
    open_visibilities,
    submission_key,
)
from samenspraak.themes.models import Theme


def ask_question(session: Session, asker: Viewer, draft: QuestionDraft, now: dt.datetime) -> Question:
    """Post a question for a partnership that the asker coordinates; the same submission posts once.

    Raises `NotAllowed`, or `Invalid` for "themes" and "wished_by".
    """
    if asker.person_id is None or draft.organisation_id not in _coordinated_ids(session, asker):
        raise NotAllowed
    submission = submission_key(draft.submission, "question", asker.person_id, draft.title, draft.body)
    already = find_posted(session, Question, submission)
    if already is not None:
        return already
    check_themes(draft.theme_ids)
    check_wish(draft.wished_by, local_day(now))
    question = Question(
        asker_id=asker.person_id,
        organisation_id=draft.organisation_id,
        title=draft.title,
        body=draft.body,
        sector=draft.sector,
        visibility=draft.visibility,
        wished_by=draft.wished_by,
        asked_at=now,
        submission=submission,
        themes=_themes(session, draft.theme_ids),
    )
    return _post(session, question)


def edit_question(
    session: Session, viewer: Viewer, question_id: int, draft: QuestionDraft, seen: str, now: dt.datetime
) -> Question:
    """Change one's own question and keep its earlier text; whom it was asked for stays.

    `seen` is the `sign` that the form was opened on: `Conflict` when the text changed since. Raises `Invalid` for
    "themes", "wished_by" and "visibility".
    """
    question = find_question(session, viewer, question_id, to_change=True)
    if not may_edit(viewer, question.asker_id):
        raise NotAllowed
    if seen != question.sign:
        raise Conflict("changed-meanwhile")
    check_themes(draft.theme_ids)
    if draft.wished_by != question.wished_by:
        check_wish(draft.wished_by, local_day(now))
    _check_visibility(session, question, draft)
    themes = _themes(session, draft.theme_ids)
    if (draft.title, draft.body) != (question.title, question.body):
        _keep_text(session, question, now)
    _take_over(question, draft, themes)
    touch_question(session, question.id)
    return question


def _post(session: Session, question: Question) -> Question:
    try:
        with session.begin_nested():
            session.add(question)
            session.flush()
    except IntegrityError:
        # On PostgreSQL the same form sent twice at the same moment: the other one was first.
        first = find_posted(session, Question, question.submission)
        if first is None:
            raise
        return first
    record(session, QuestionAsked(question.id))
    return question


def _coordinated_ids(session: Session, viewer: Viewer) -> frozenset[int]:
    return frozenset(seat.organisation_id for seat in coordinated(seats_of(session, viewer)))


def _themes(session: Session, theme_ids: Sequence[int]) -> list[Theme]:
    themes = list(session.scalars(select(Theme).where(Theme.id.in_(theme_ids))))
    if len(themes) != len(set(theme_ids)):
        raise Invalid("themes", "theme-unknown")
    return themes


def _check_visibility(session: Session, question: Question, draft: QuestionDraft) -> None:
    contributed = has_contributions(session, question.id)
    if draft.visibility not in open_visibilities(question.visibility, has_contributions=contributed):
        raise Invalid("visibility", "only-closer")


def _keep_text(session: Session, question: Question, now: dt.datetime) -> None:
    session.add(
        EarlierText(
            question_id=question.id,
            title=question.title,
            body=question.body,
            written_at=question.edited_at or question.asked_at,
            replaced_at=now,
            replaced_by_id=question.asker_id,
        )
    )
    question.edited_at = now


def _take_over(question: Question, draft: QuestionDraft, themes: list[Theme]) -> None:
    question.title, question.body = draft.title, draft.body
    question.sector, question.visibility = draft.sector, draft.visibility
    question.wished_by = draft.wished_by
    question.themes = themes
