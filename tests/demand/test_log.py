"""The log of searches: what is kept, to which search an opening belongs, what is read from it, what is forgotten."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.demand.actions import Outcome, Searched, forget_old_searches, log_opening, log_search
from samenspraak.demand.models import LoggedOpening, LoggedSearch, LoggedTheme
from samenspraak.demand.queries import Span, count_wordings, demand_by_theme, demand_by_words, demand_in_all
from samenspraak.search.document import Kind
from samenspraak.search.grammar import parse
from samenspraak.search.request import Filters, Period
from samenspraak.search.thesaurus import thesaurus_from
from tests.support.site import NOON

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
LONG_AGO = NOON - 800 * DAY
THEMES = [{"slug": "vervoer", "label": "Leerlingenvervoer"}, {"slug": "toetsen", "label": "Toetsen"}]
THESAURUS = thesaurus_from({}, THEMES)


def asked(typed: str, *, is_signed_in: bool = True, **filters: object) -> Searched:
    return Searched(query=parse(typed), filters=Filters(**filters), is_signed_in=is_signed_in)


def log(session: Session, typed: str, found: int = 3, now: dt.datetime = NOON, **filters: object) -> LoggedSearch:
    outcome = Outcome(found=found, is_corrected=False, is_partial=False)
    return log_search(session, asked(typed, **filters), outcome, THESAURUS, now)


def open_it(session: Session, typed: str, key: int, now: dt.datetime = NOON, **filters: object) -> None:
    log_opening(session, asked(typed, **filters), (Kind.QUESTION, key), 1, THESAURUS, now)


def opened(session: Session) -> list[tuple[int, int]]:
    rows = session.execute(select(LoggedOpening.search_id, LoggedOpening.key).order_by(LoggedOpening.id))
    return [(search_id, key) for search_id, key in rows]


def test_a_search_is_kept_by_the_hour_with_its_themes_and_what_narrowed_it(session: Session) -> None:
    now = NOON + dt.timedelta(minutes=43, seconds=12)
    filters = {"theme": "toetsen", "period": Period.WEEK}
    row = log(session, "leerlingenvervoer sector:po thema:onzin", now=now, **filters)
    assert (row.hour, row.words, row.filters) == (NOON, "leerlingenvervoer", "period sector theme")
    assert set(session.scalars(select(LoggedTheme.slug))) == {"vervoer", "toetsen"}


def test_an_opening_belongs_to_the_newest_search_like_it(session: Session) -> None:
    log(session, "de bus")
    newest = log(session, "de bus")
    log(session, "de taxi")
    log(session, "de bus", is_signed_in=False)
    log(session, "de bus", sector="po")
    open_it(session, "de bus", 7, NOON + HOUR)
    assert opened(session) == [(newest.id, 7)]


def test_the_same_opened_again_belongs_to_a_search_before_and_never_twice_to_one(session: Session) -> None:
    first, second = log(session, "de bus"), log(session, "de bus")
    for _ in range(3):
        open_it(session, "de bus", 7)
    open_it(session, "de bus", 8)
    assert opened(session) == [(second.id, 7), (first.id, 7), (second.id, 8)]


def test_what_is_opened_days_later_belongs_to_no_search(session: Session) -> None:
    log(session, "de bus")
    open_it(session, "de bus", 7, NOON + 2 * DAY)
    assert opened(session) == []


def test_what_most_often_found_nothing_comes_first(session: Session) -> None:
    for typed, found in (("bus", 3), ("bus", 5), ("bus", 3), ("vragen", 0), ("taxi", 0), ("taxi", 0), ("taxi", 2)):
        log(session, typed, found)
    log(session, "bus", now=LONG_AGO)
    log(session, "", found=9, theme="vervoer")
    open_it(session, "bus", 7)
    open_it(session, "bus", 8)
    rows = demand_by_words(session, Span(NOON - DAY), 0, 25)
    figures = [(row.words, row.times, row.nothing, row.most_found, row.opened) for row in rows]
    assert figures == [("taxi", 3, 2, 2, 0), ("vragen", 1, 1, 0, 0), ("bus", 3, 0, 5, 1)]
    assert count_wordings(session, Span(NOON - DAY)) == 3
    assert [row.words for row in demand_by_words(session, Span(NOON - DAY), 1, 1)] == ["vragen"]


def test_all_together_and_by_theme(session: Session) -> None:
    log(session, "leerlingenvervoer", 0)
    log(session, "leerlingenvervoer", 4)
    log(session, "toetsen")
    open_it(session, "toetsen", 7)
    whole = demand_in_all(session, Span(NOON - DAY))
    assert (whole.times, whole.nothing, whole.opened, round(whole.opened_share, 2)) == (3, 1, 1, 0.33)
    by_theme = demand_by_theme(session, Span(NOON - DAY))
    assert list(by_theme) == ["vervoer", "toetsen"]
    assert (by_theme["vervoer"].times, by_theme["vervoer"].nothing) == (2, 1)


def test_searches_of_visitors_and_of_people_who_are_signed_in_can_be_told_apart(session: Session) -> None:
    outcome = Outcome(found=1, is_corrected=False, is_partial=False)
    for is_signed_in in (True, True, False):
        log_search(session, asked("bus", is_signed_in=is_signed_in), outcome, THESAURUS, NOON)
    times = [demand_in_all(session, Span(NOON, who)).times for who in (None, True, False)]
    assert times == [3, 2, 1]


def test_nothing_searched_is_no_fault(session: Session) -> None:
    assert demand_in_all(session, Span(NOON)).opened_share == 0
    assert demand_by_words(session, Span(NOON), 0, 25) == []


def test_old_searches_are_forgotten_with_all_that_belongs_to_them(session: Session) -> None:
    log(session, "leerlingenvervoer", now=LONG_AGO)
    open_it(session, "leerlingenvervoer", 7, LONG_AGO)
    kept = log(session, "leerlingenvervoer")
    forget_old_searches(session, 18, NOON)
    assert list(session.scalars(select(LoggedSearch.id))) == [kept.id]
    assert list(session.scalars(select(LoggedTheme.search_id))) == [kept.id]
    assert opened(session) == []
