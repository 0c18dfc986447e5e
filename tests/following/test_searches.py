"""Saved searches: kept once, and telling only of what is new to their owner and seen by them."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotFound
from samenspraak.core.events import commit
from samenspraak.following.actions.checking import EVERY, INDEX_LAG, check_searches
from samenspraak.following.actions.searches import (
    MOST_SAVED,
    look_at,
    remove_search,
    rename_search,
    save_search,
)
from samenspraak.following.models import SavedSearch
from samenspraak.following.queries.searches import find_new, list_saved
from samenspraak.following.wishes import Wish, read_wish, write_wish
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Visibility
from samenspraak.search.document import Kind
from samenspraak.search.index import Index
from samenspraak.search.request import Filters, Period
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.wiring import WIRING
from tests.factories.experiences import make_experience
from tests.factories.index import index_all
from tests.factories.people import make_person, viewer
from tests.factories.questions import let_in, make_question
from tests.support.site import NOON

BEFORE = NOON - dt.timedelta(days=2)
BUS = Wish("bus")


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """An index of its own."""
    return Index(tmp_path / "index")


def new(session: Session, index: Index, who: Viewer, search: SavedSearch) -> list[tuple[Kind, int]]:
    found = find_new(session, index, Thesaurus(), who, {search.id: search.looked_at}, [search], NOON)
    return [(hit.kind, hit.key) for hit in found[search.id]]


def notices(session: Session, person: Person) -> list[Notice]:
    return list(session.scalars(select(Notice).where(Notice.person_id == person.id).order_by(Notice.id)))


def test_a_wish_is_read_as_it_was_written_and_the_same_is_written_the_same() -> None:
    filters = Filters(kind=Kind.QUESTION, theme="zorg", sector="po", answered=False, period=Period.MONTH)
    wish = Wish("bus  naar school", filters, ("taxi", "auto"), is_precise=True, is_literal=True)

    read = read_wish(write_wish(wish))

    assert read == dataclasses.replace(wish, words="bus naar school", left_out=("auto", "taxi"))
    assert write_wish(read) == write_wish(wish)
    assert read_wish(write_wish(Wish())) == Wish()


def test_the_same_search_is_kept_once_and_can_be_renamed_and_removed(session: Session) -> None:
    who = viewer(make_person(session))

    first = save_search(session, who, "Bussen", BUS, NOON)

    assert save_search(session, who, "Nog eens", Wish(" bus "), NOON) is first
    rename_search(session, who, first.id, "Vervoer")
    assert [each.name for each in list_saved(session, who)] == ["Vervoer"]
    remove_search(session, who, first.id)
    assert list_saved(session, who) == []


def test_nobody_looks_at_changes_or_removes_the_search_of_another(session: Session) -> None:
    search = save_search(session, viewer(make_person(session)), "Bussen", BUS, NOON)
    other = viewer(make_person(session))

    for act in (
        lambda: look_at(session, other, search.id, NOON),
        lambda: rename_search(session, other, search.id, "x"),
        lambda: remove_search(session, other, search.id),
    ):
        with pytest.raises(NotFound):
            act()


def test_so_many_searches_are_enough(session: Session) -> None:
    who = viewer(make_person(session))
    for number in range(MOST_SAVED):
        save_search(session, who, "x", Wish(f"bus {number}"), NOON)

    with pytest.raises(Invalid, match="too-many-searches"):
        save_search(session, who, "x", BUS, NOON)


def test_new_is_what_came_since_its_owner_looked_may_be_seen_and_is_of_others(session: Session, index: Index) -> None:
    person = make_person(session)
    who = viewer(person)
    search = save_search(session, who, "Bussen", BUS, BEFORE)
    fresh = make_question(session, title="Rijdt er een bus?", asked_at=NOON - dt.timedelta(hours=1))
    make_question(session, title="Een oude bus", asked_at=BEFORE - dt.timedelta(days=1))
    make_question(session, title="Mijn eigen bus", asker=person)
    make_question(session, title="Een besloten bus", visibility=Visibility.RESTRICTED)
    make_question(session, title="Een taxi")
    worked_out = make_experience(session, title="Een bus met drie scholen")
    make_experience(session, person.assignments[0].organisation, by=person, title="Onze bus")
    index_all(session, index)

    assert new(session, index, who, search) == [(Kind.EXPERIENCE, worked_out.id), (Kind.QUESTION, fresh.id)]
    look_at(session, who, search.id, NOON)
    assert new(session, index, who, search) == []


def test_what_was_closed_since_it_was_indexed_is_not_told(session: Session, index: Index) -> None:
    who = viewer(make_person(session))
    search = save_search(session, who, "Bussen", BUS, BEFORE)
    question = make_question(session, title="Rijdt er een bus?")
    index_all(session, index)
    question.visibility = Visibility.RESTRICTED
    session.flush()

    assert new(session, index, who, search) == []


def test_the_worker_tells_once_a_day_of_what_is_new_to_the_owner_then(session: Session, index: Index) -> None:
    person, outsider = make_person(session), make_person(session)
    for each in (person, outsider):
        save_search(session, viewer(each), "Bussen", BUS, BEFORE)
    restricted = make_question(session, title="Een besloten bus", visibility=Visibility.RESTRICTED)
    let_in(session, restricted, person)
    index_all(session, index)

    for _ in range(2):
        check_searches(session, index, Thesaurus(), NOON)
        commit(session, WIRING, NOON)

    [notice] = notices(session, person)
    assert (notice.kind, notice.actor_name) == (NoticeKind.SAVED_SEARCH_FOUND, "Bussen")
    assert notices(session, outsider) == []


def test_nothing_between_two_checks_is_missed_or_told_twice(session: Session, index: Index) -> None:
    person = make_person(session)
    save_search(session, viewer(person), "Bussen", BUS, BEFORE)
    make_question(session, title="Eerste bus", asked_at=NOON - INDEX_LAG / 2)
    index_all(session, index)

    check_searches(session, index, Thesaurus(), NOON)
    commit(session, WIRING, NOON)
    assert notices(session, person) == []
    later = NOON + EVERY
    assert check_searches(session, index, Thesaurus(), later) == 1
    commit(session, WIRING, later)
    assert len(notices(session, person)) == 1
    assert check_searches(session, index, Thesaurus(), later) == 0


def test_who_left_is_told_nothing(session: Session, index: Index) -> None:
    person = make_person(session)
    save_search(session, viewer(person), "Bussen", BUS, BEFORE)
    make_question(session, title="Rijdt er een bus?")
    index_all(session, index)
    person.is_active = False
    session.flush()

    check_searches(session, index, Thesaurus(), NOON)
    commit(session, WIRING, NOON)

    assert notices(session, person) == []
