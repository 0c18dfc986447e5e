"""Keeping what someone is writing, so that it is there again on any device; and tidying what was left for long."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, func, or_, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.core.tokens import hash_token
from samenspraak.people.rules import Viewer
from samenspraak.questions.drafts import ANSWERED_DAYS, DRAFT_DAYS, MOST_DRAFTS
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.kept import AnsweredAlready, KeptDraft
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.submissions import find_posted
from samenspraak.questions.rules import submission_key


@dataclasses.dataclass(frozen=True)
class TypedDraft:
    """A form as it stands in a browser.

    `key` names the form; `opening` is one showing of it, and `follows` what that showing began with: the `stamp` of
    the draft, empty for an empty form. So a form that was left open elsewhere is told from the one that went on.
    """

    key: str
    opening: str
    follows: str
    title: str
    body: str
    fields: Mapping[str, Sequence[str]]
    question_id: int | None = None


@dataclasses.dataclass(frozen=True)
class Keeping:
    """What was kept; `is_apart` says that the same draft went on elsewhere, so that this became one of its own."""

    draft: KeptDraft
    is_apart: bool


def keep_draft(session: Session, viewer: Viewer, typed: TypedDraft, now: dt.datetime) -> Keeping | None:
    """Keep a form as it stands; nothing of an empty one, nor of one that was posted just like this.

    An older showing never replaces what was kept from a newer one: its text is kept as a draft of its own. Whether the
    text may be kept at all is for the caller to know. Raises `Invalid` when there are too many.
    """
    if viewer.person_id is None:
        raise NotAllowed
    found = own_draft(session, viewer, typed.key, typed.opening, typed.follows)
    if _is_posted(session, viewer.person_id, typed) or (found is None and not (typed.title or typed.body)):
        return None
    if found is None:
        found = _begin(session, viewer.person_id, typed, now)
    found.title, found.question_id = typed.title, typed.question_id
    found.content = {"opening": typed.opening, "fields": {name: list(values) for name, values in typed.fields.items()}}
    found.kept_at = now
    session.flush()
    return Keeping(found, is_apart=found.key != typed.key)


def own_draft(session: Session, viewer: Viewer, key: str, opening: str, follows: str) -> KeptDraft | None:
    """Return the draft that one showing of a form goes on with, if it was kept before."""
    drafts = {each.key: each for each in _drafts(session, viewer, key, opening)}
    apart, found = drafts.get(_apart(key, opening)), drafts.get(key)
    if apart is not None:
        return apart
    goes_on = found is not None and (found.content.get("opening") == opening or found.stamp == follows)
    return found if goes_on else None


def forget_draft(session: Session, viewer: Viewer, draft_id: int) -> KeptDraft | None:
    """Throw one's own draft away; harmless when it is gone. Returns what was thrown away."""
    found = session.get(KeptDraft, draft_id)
    if found is None or found.person_id != viewer.person_id:
        return None
    session.delete(found)
    session.flush()
    return found


def forget_posted(session: Session, viewer: Viewer, key: str, opening: str, follows: str) -> None:
    """Throw away the draft of a form that was posted; one that went on elsewhere stays."""
    found = own_draft(session, viewer, key, opening, follows)
    if found is not None:
        session.delete(found)
        session.flush()


def forget_old_drafts(session: Session, now: dt.datetime) -> int:
    """Throw away drafts that nobody went on with, and those of questions that proved answered; return how many."""
    answered = select(AnsweredAlready.draft_key).where(AnsweredAlready.at < now - dt.timedelta(days=ANSWERED_DAYS))
    is_old = or_(KeptDraft.kept_at < now - dt.timedelta(days=DRAFT_DAYS), KeptDraft.key.in_(answered))
    return len(session.scalars(delete(KeptDraft).where(is_old).returning(KeptDraft.id)).all())


def _drafts(session: Session, viewer: Viewer, key: str, opening: str) -> Sequence[KeptDraft]:
    keys = {key, _apart(key, opening)}
    wanted = select(KeptDraft).where(KeptDraft.person_id == viewer.person_id, KeptDraft.key.in_(keys))
    return session.scalars(wanted.with_for_update().execution_options(populate_existing=True)).all()


def _begin(session: Session, person_id: int, typed: TypedDraft, now: dt.datetime) -> KeptDraft:
    number = select(func.count()).where(KeptDraft.person_id == person_id)
    if (session.scalar(number) or 0) >= MOST_DRAFTS:
        raise Invalid("draft", "too-many-drafts")
    taken = select(KeptDraft.id).where(KeptDraft.person_id == person_id, KeptDraft.key == typed.key)
    key = _apart(typed.key, typed.opening) if session.scalar(taken) is not None else typed.key
    draft = KeptDraft(person_id=person_id, key=key, content={}, kept_at=now)
    session.add(draft)
    return draft


def _apart(key: str, opening: str) -> str:
    return hash_token(f"{key}\x1f{opening}")


def _is_posted(session: Session, person_id: int, typed: TypedDraft) -> bool:
    """Say whether this very text was posted: a save that was on its way then, comes too late."""
    if typed.question_id is None:
        key = submission_key(typed.key, "question", person_id, typed.title, typed.body)
        return find_posted(session, Question, key) is not None
    key = submission_key(typed.key, "answer", person_id, typed.question_id, typed.body)
    return find_posted(session, Answer, key) is not None
