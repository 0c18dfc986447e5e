"""The versions of a question or an answer: who wrote each, when and why, and what it said."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Row, exists, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.people.models.account import Person
from samenspraak.questions.edits import reason_is_needed
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Acceptance, Answer, EarlierText
from samenspraak.questions.models.question import Question

MOST_LISTED = 200
"""Versions on one page; the oldest of more are left out."""


@dataclasses.dataclass(frozen=True)
class Writer:
    """Who wrote a version."""

    person_id: int
    name: str


@dataclasses.dataclass(frozen=True)
class Version:
    """One version: `number` counts from the first, `id` is that of its `EarlierText`, None for what it says now."""

    number: int
    id: int | None
    at: dt.datetime
    by: Writer
    reason: str


@dataclasses.dataclass(frozen=True)
class VersionText:
    """What a version said. Of a question it has no standing; themes that were not kept are None."""

    title: str
    body: str
    theme_labels: tuple[str, ...] | None = None
    standing: Standing | None = None
    valid_until: dt.date | None = None
    basis: str = ""


def versions_of(session: Session, thing: Question | Answer) -> tuple[Version, ...]:
    """Return the versions of a question or an answer, newest first: what it says now is the first.

    Two statements, however many there are; a version that was replaced tells who wrote the one after it.
    """
    writer_id = thing.asker_id if isinstance(thing, Question) else thing.author_id
    first = session.execute(select(Person.id, Person.name).where(Person.id == writer_id)).one()
    kept = list(
        session.execute(
            select(
                EarlierText.id,
                EarlierText.written_at,
                EarlierText.replaced_at,
                EarlierText.reason,
                Person.id.label("person_id"),
                Person.name,
            )
            .join(Person, Person.id == EarlierText.replaced_by_id)
            .where(_of(thing))
            .order_by(EarlierText.id.desc())
            .limit(MOST_LISTED)
        )
    )
    kept.reverse()
    return tuple(reversed(list(_in_order(thing, Writer(*first), kept))))


def _in_order(
    thing: Question | Answer, first: Writer, kept: Sequence[Row[int, dt.datetime, dt.datetime, str, int, str]]
) -> Iterator[Version]:
    posted_at = thing.asked_at if isinstance(thing, Question) else thing.answered_at
    writer, at, reason = first, kept[0].written_at if kept else posted_at, ""
    for number, row in enumerate(kept, start=1):
        yield Version(number, row.id, at, writer, reason)
        writer, at, reason = Writer(row.person_id, row.name), row.replaced_at, row.reason
    yield Version(len(kept) + 1, None, at, writer, reason)


def text_of(session: Session, thing: Question | Answer, version_id: int | None) -> VersionText:
    """Return what a version said; `NotFound` for the version of something else. Themes must be loaded."""
    if version_id is None:
        return present_text(thing)
    kept = session.scalar(select(EarlierText).where(EarlierText.id == version_id, _of(thing)))
    if kept is None:
        raise NotFound
    labels = None if kept.theme_labels is None else tuple(kept.theme_labels)
    return VersionText(kept.title, kept.body, labels, kept.standing, kept.valid_until, kept.basis)


def present_text(thing: Question | Answer) -> VersionText:
    """Return what a question or an answer says now."""
    if isinstance(thing, Question):
        return VersionText(thing.title, thing.body, tuple(theme.label for theme in thing.themes))
    return VersionText("", thing.body, None, thing.standing, thing.valid_until, thing.basis)


def change_needs_reason(session: Session, answer: Answer) -> bool:
    """Say whether a change of an answer has to tell why."""
    accepted = session.scalar(select(exists().where(Acceptance.answer_id == answer.id)))
    return reason_is_needed(answer.standing, is_accepted=bool(accepted))


def _of(thing: Question | Answer) -> ColumnElement[bool]:
    return EarlierText.question_id == thing.id if isinstance(thing, Question) else EarlierText.answer_id == thing.id
