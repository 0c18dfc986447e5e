"""Saving a search, naming it anew, looking at what it found, and removing it."""

import datetime as dt

from sqlalchemy import func, select

from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.following.models import SavedSearch
from samenspraak.following.wishes import Wish, write_wish
from samenspraak.people.rules import Viewer

MOST_SAVED = 20


def save_search(session: Session, viewer: Viewer, name: str, wish: Wish, now: dt.datetime) -> SavedSearch:
    """Keep a search, to be told of what it finds from now on; the same search is kept once, under its first name."""
    if viewer.person_id is None:
        raise NotAllowed
    kept = write_wish(wish)
    of_viewer = select(SavedSearch).where(SavedSearch.person_id == viewer.person_id)
    there = session.scalar(of_viewer.where(SavedSearch.query == kept))
    if there:
        return there
    if (session.scalar(select(func.count()).select_from(of_viewer.subquery())) or 0) >= MOST_SAVED:
        raise Invalid("name", "too-many-searches")
    search = SavedSearch(person_id=viewer.person_id, name=name, query=kept, saved_at=now, looked_at=now, checked_at=now)
    with unless_taken(session, Conflict("saved-already")):
        session.add(search)
    return search


def rename_search(session: Session, viewer: Viewer, search_id: int, name: str) -> None:
    """Call an own saved search otherwise."""
    find_saved(session, viewer, search_id).name = name
    session.flush()


def look_at(session: Session, viewer: Viewer, search_id: int, now: dt.datetime) -> SavedSearch:
    """Note that its owner looks at what a search found: from now on that is new no more."""
    search = find_saved(session, viewer, search_id)
    search.looked_at = now
    session.flush()
    return search


def remove_search(session: Session, viewer: Viewer, search_id: int) -> None:
    """Keep an own search no longer."""
    session.delete(find_saved(session, viewer, search_id))
    session.flush()


def find_saved(session: Session, viewer: Viewer, search_id: int) -> SavedSearch:
    """Return an own saved search."""
    search = session.get(SavedSearch, search_id)
    if search is None or search.person_id != viewer.person_id:
        raise NotFound
    return search
