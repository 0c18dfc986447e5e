"""Reads of what was searched for: by its words, by theme, and in all."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, cast, exists, func, select

from samenspraak.core.db import Session
from samenspraak.demand.models import LoggedOpening, LoggedSearch, LoggedTheme


@dataclasses.dataclass(frozen=True)
class Span:
    """Which searches to look at: since a moment, and of people who were signed in, of visitors, or (None) of all."""

    since: dt.datetime
    is_signed_in: bool | None = None


@dataclasses.dataclass(frozen=True)
class Demand:
    """How often people searched, how often nothing was found, and how often they opened something."""

    times: int
    nothing: int
    opened: int

    @property
    def opened_share(self) -> float:
        """The part of the searches from which something was opened, 0 to 1."""
        return self.opened / self.times if self.times else 0.0


@dataclasses.dataclass(frozen=True)
class WordsDemand(Demand):
    """The same for one wording; `most_found` is the largest number that it found."""

    words: str
    most_found: int


def demand_in_all(session: Session, span: Span) -> Demand:
    """Return what was searched, all together."""
    return Demand(*session.execute(select(*_figures()).where(*_within(span))).one())


def demand_by_words(session: Session, span: Span, offset: int, limit: int) -> Sequence[WordsDemand]:
    """Return what was searched, wording by wording: first what most often found nothing."""
    times, nothing, opened = _figures()
    rows = session.execute(
        _by_words(span, times, nothing, opened, LoggedSearch.words, func.max(LoggedSearch.found))
        .order_by(nothing.desc(), times.desc(), LoggedSearch.words)
        .offset(offset)
        .limit(limit)
    )
    return [WordsDemand(*row) for row in rows]


def count_wordings(session: Session, span: Span) -> int:
    """Return how many wordings were searched for."""
    return session.scalar(select(func.count()).select_from(_by_words(span, LoggedSearch.words).subquery())) or 0


def demand_by_theme(session: Session, span: Span) -> dict[str, Demand]:
    """Return what was searched by the slug of the theme that it was about, most wanted first."""
    times, nothing, opened = _figures()
    rows = session.execute(
        select(LoggedTheme.slug, times, nothing, opened)
        .join(LoggedSearch, LoggedSearch.id == LoggedTheme.search_id)
        .where(*_within(span))
        .group_by(LoggedTheme.slug)
        .order_by(times.desc(), LoggedTheme.slug)
    )
    return {slug: Demand(*figures) for slug, *figures in rows}


def _by_words(span: Span, *columns: ColumnElement[Any] | Any) -> Select[Any]:
    return select(*columns).where(*_within(span), LoggedSearch.words != "").group_by(LoggedSearch.words)


def _within(span: Span) -> list[ColumnElement[bool]]:
    conditions = [LoggedSearch.hour >= span.since]
    return conditions if span.is_signed_in is None else [*conditions, LoggedSearch.is_signed_in == span.is_signed_in]


def _figures() -> tuple[ColumnElement[int], ColumnElement[int], ColumnElement[int]]:
    is_opened = exists().where(LoggedOpening.search_id == LoggedSearch.id)
    return func.count(), _times(LoggedSearch.found == 0), _times(is_opened)


def _times(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(cast(condition, Integer)), 0)
