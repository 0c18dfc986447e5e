"""Writing down what was searched for and what was opened, and forgetting it."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from sqlalchemy import delete, select

from samenspraak.core.db import Session
from samenspraak.demand.models import DismissedSearch, LoggedOpening, LoggedSearch, LoggedTheme
from samenspraak.demand.wording import keep_words
from samenspraak.dutch.analysis import analyse
from samenspraak.search.document import Kind
from samenspraak.search.naming import slug_of
from samenspraak.search.query import Query
from samenspraak.search.request import Filters
from samenspraak.search.thesaurus import Thesaurus, whole_words

OPENED_WITHIN = dt.timedelta(hours=24)
"""How long after a search something can be opened from it."""

AVERAGE_MONTH = dt.timedelta(days=365.25 / 12)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Searched:
    """What is known of a search by how it was asked, also later, from its address."""

    query: Query
    filters: Filters
    is_signed_in: bool


@dataclasses.dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a search led to; `found` is how many."""

    found: int
    is_corrected: bool
    is_partial: bool


def log_search(
    session: Session, searched: Searched, outcome: Outcome, thesaurus: Thesaurus, now: dt.datetime
) -> LoggedSearch:
    """Keep that a search was done, with no more of its words than may be kept."""
    logged = LoggedSearch(
        hour=_hour(now),
        words=keep_words(searched.query, thesaurus),
        filters=_filters_of(searched),
        is_signed_in=searched.is_signed_in,
        **dataclasses.asdict(outcome),
    )
    session.add(logged)
    session.flush()
    session.add_all(LoggedTheme(search_id=logged.id, slug=slug) for slug in _themes_of(searched, thesaurus))
    session.flush()
    return logged


def log_opening(
    session: Session, searched: Searched, opened: tuple[Kind, int], place: int, thesaurus: Thesaurus, now: dt.datetime
) -> None:
    """Keep what was opened, with the newest search like this one from which it was not opened yet; else do nothing."""
    kind, key = opened
    is_opened = select(LoggedOpening.search_id).where(LoggedOpening.kind == kind, LoggedOpening.key == key)
    search_id = session.scalar(
        select(LoggedSearch.id)
        .where(
            LoggedSearch.words == keep_words(searched.query, thesaurus),
            LoggedSearch.hour >= now - OPENED_WITHIN,
            LoggedSearch.filters == _filters_of(searched),
            LoggedSearch.is_signed_in == searched.is_signed_in,
            LoggedSearch.id.not_in(is_opened),
        )
        .order_by(LoggedSearch.id.desc())
        .limit(1)
    )
    if search_id is not None:
        session.add(LoggedOpening(search_id=search_id, kind=kind, key=key, place=place))
        session.flush()


def forget_old_searches(session: Session, months: int, now: dt.datetime) -> None:
    """Forget searches from before so many months, with what was opened from them and what was dismissed of them."""
    is_old = LoggedSearch.hour < now - months * AVERAGE_MONTH
    old = select(LoggedSearch.id).where(is_old)
    for child in (LoggedOpening, LoggedTheme):
        session.execute(delete(child).where(child.search_id.in_(old)))
    session.execute(delete(LoggedSearch).where(is_old))
    session.execute(delete(DismissedSearch).where(DismissedSearch.words.not_in(select(LoggedSearch.words))))


def _hour(moment: dt.datetime) -> dt.datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def _filters_of(searched: Searched) -> str:
    """The names of what narrowed a search, in a fixed order."""
    query = searched.query
    chosen = {field.name for field in dataclasses.fields(Filters) if getattr(searched.filters, field.name) is not None}
    typed = {
        "theme": query.themes,
        "sector": query.sectors,
        "expert": query.experts,
        "answered": query.states,
        "period": query.since or query.before,
    }
    return " ".join(sorted(chosen | {name for name, value in typed.items() if value}))


def _themes_of(searched: Searched, thesaurus: Thesaurus) -> set[str]:
    """The themes that a search named: as a filter, or in its words."""
    return set(_theme_filters(searched, thesaurus)) & {theme.slug for theme in thesaurus.themes}


def _theme_filters(searched: Searched, thesaurus: Thesaurus) -> Iterator[str]:
    if searched.filters.theme:
        yield searched.filters.theme
    yield from (slug_of(name, thesaurus) for name in searched.query.themes)
    words = tuple(token.text for token in whole_words(analyse(searched.query.wanted)))
    yield from (slug for _, slug in thesaurus.themes_in(words))
