"""Asking a question."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.core.events import record
from samenspraak.people.queries.members import is_member
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.revealing import check_names_no_asker
from samenspraak.questions.drafts import QuestionDraft
from samenspraak.questions.events import QuestionAsked
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import titles_of
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.queries.submissions import find_posted
from samenspraak.questions.rules import (
    check_themes,
    check_wish,
    coordinated,
    submission_key,
)
from samenspraak.themes.models import Theme


def ask_question(session: Session, asker: Viewer, draft: QuestionDraft, now: dt.datetime) -> Question:
    """Post a question for a partnership that the asker coordinates; the same submission posts once.

    Raises `NotAllowed`, or `Invalid` for "themes", "wished_by", "on_behalf_of", "origin", "title" and "body".
    """
    if asker.person_id is None or draft.organisation_id not in _coordinated_ids(session, asker):
        raise NotAllowed
    submission = submission_key(draft.submission, "question", asker.person_id, draft.title, draft.body)
    already = find_posted(session, Question, submission)
    if already is not None:
        return already
    check_themes(draft.theme_ids)
    check_wish(draft.wished_by, local_day(now))
    _check_links(session, asker, draft)
    question = Question(
        asker_id=asker.person_id,
        organisation_id=draft.organisation_id,
        title=draft.title,
        body=draft.body,
        sector=draft.sector,
        visibility=draft.visibility,
        is_anonymous=draft.is_anonymous,
        on_behalf_of_id=draft.on_behalf_of_id,
        origin_id=draft.origin_id,
        wished_by=draft.wished_by,
        asked_at=now,
        submission=submission,
        themes=_themes(session, draft.theme_ids),
    )
    return _post(session, question)


def _check_links(session: Session, asker: Viewer, draft: QuestionDraft) -> None:
    """Refuse a member that takes no part, an origin that the asker cannot see, and a text that gives the asker away."""
    member_id = draft.on_behalf_of_id
    if member_id is not None and not is_member(session, draft.organisation_id, member_id):
        raise Invalid("on_behalf_of", "no-member")
    if draft.origin_id is not None and draft.origin_id not in titles_of(session, asker, [draft.origin_id]):
        raise Invalid("origin", "origin-gone")
    if draft.is_anonymous:
        check_names_no_asker(session, asker.name, [draft.organisation_id, member_id], draft)


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
