"""Drafts of one person: what they were writing, and which of those questions proved answered."""

import dataclasses
import datetime as dt

from sqlalchemy import ColumnElement, exists, func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.rules import Viewer
from samenspraak.questions.drafts import DRAFT_DAYS
from samenspraak.questions.models.kept import AnsweredAlready, KeptDraft
from samenspraak.questions.queries.questions import titles_of

LAST_CALL = dt.timedelta(days=14)


@dataclasses.dataclass(frozen=True)
class DraftRow:
    """A draft in a list.

    `question` is the title of the question that an answer is written to: empty when it cannot be seen any more, None
    for a question that is being written.
    """

    id: int
    title: str
    question_id: int | None
    question: str | None
    body: str
    kept_at: dt.datetime
    until: dt.datetime
    is_last_call: bool


def drafts_of(session: Session, viewer: Viewer, now: dt.datetime, limit: int | None = None) -> list[DraftRow]:
    """Return someone's own drafts, the last one first; those of questions that proved answered aside."""
    wanted = select(KeptDraft).where(_is_open(viewer)).order_by(KeptDraft.kept_at.desc(), KeptDraft.id.desc())
    drafts = session.scalars(wanted.limit(limit) if limit else wanted).all()
    titles = titles_of(session, viewer, {each.question_id for each in drafts if each.question_id is not None})
    return [_row(each, titles, now) for each in drafts]


def count_drafts(session: Session, viewer: Viewer) -> int:
    """Return how many drafts someone has."""
    return session.scalar(select(func.count()).select_from(KeptDraft).where(_is_open(viewer))) or 0


def find_draft(session: Session, viewer: Viewer, draft_id: int) -> KeptDraft:
    """Return one's own draft; `NotFound` for any other."""
    found = session.scalar(select(KeptDraft).where(KeptDraft.id == draft_id, _is_open(viewer)))
    if found is None:
        raise NotFound
    return found


def draft_by_key(session: Session, viewer: Viewer, key: str) -> KeptDraft | None:
    """Return one's own draft of a form, if it was kept."""
    return session.scalar(select(KeptDraft).where(KeptDraft.key == key, _is_open(viewer)))


def draft_of_answer(session: Session, viewer: Viewer, question_id: int) -> KeptDraft | None:
    """Return the answer that someone is writing to a question, the last one when there are more."""
    wanted = select(KeptDraft).where(_is_open(viewer), KeptDraft.question_id == question_id)
    return session.scalar(wanted.order_by(KeptDraft.kept_at.desc(), KeptDraft.id.desc()).limit(1))


def _is_open(viewer: Viewer) -> ColumnElement[bool]:
    answered = exists().where(
        AnsweredAlready.draft_key == KeptDraft.key, AnsweredAlready.person_id == KeptDraft.person_id
    )
    return (KeptDraft.person_id == viewer.person_id) & ~answered


def _row(draft: KeptDraft, titles: dict[int, str], now: dt.datetime) -> DraftRow:
    until = draft.kept_at + dt.timedelta(days=DRAFT_DAYS)
    body = draft.content.get("fields", {}).get("body", [""])
    return DraftRow(
        id=draft.id,
        title=draft.title,
        question_id=draft.question_id,
        question=None if draft.question_id is None else titles.get(draft.question_id, ""),
        body=body[0] if body else "",
        kept_at=draft.kept_at,
        until=until,
        is_last_call=until - now < LAST_CALL,
    )
