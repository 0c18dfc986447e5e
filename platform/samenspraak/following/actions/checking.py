"""Looking whether saved searches find something new, a day after they were looked at last."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.events import record
from samenspraak.following.events import SearchFound
from samenspraak.following.models import SavedSearch
from samenspraak.following.queries.searches import find_new
from samenspraak.people.models.account import Person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus

EVERY = dt.timedelta(hours=20)
"""Less than a day, so that it stays about the same time of day; a notice comes once a day at most."""

INDEX_LAG = dt.timedelta(minutes=2)
"""The index may lag behind a little: what is younger is looked for the next time."""

MOST_AT_ONCE = 50


def check_searches(session: Session, index: Index, thesaurus: Thesaurus, now: dt.datetime) -> int:
    """Check the searches that were not checked for longest; return how many. Raises IndexBroken.

    Their rows are held, so that of two workers one checks each. What was found is told of by an event.
    """
    due = session.scalars(
        select(SavedSearch)
        .where(SavedSearch.checked_at <= now - EVERY)
        .order_by(SavedSearch.checked_at, SavedSearch.id)
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    owners = _owners(session, {each.person_id for each in due})
    for search in due:
        if owner := owners.get(search.person_id):
            since = {search.id: search.checked_at}
            found = find_new(session, index, thesaurus, viewer_of(owner), since, [search], now - INDEX_LAG)
            if found[search.id]:
                record(session, SearchFound(search.id, local_day(now).isoformat()))
        search.checked_at = now - INDEX_LAG
    session.flush()
    return len(due)


def _owners(session: Session, person_ids: set[int]) -> dict[int, Person]:
    open_accounts = select(Person).where(Person.id.in_(person_ids), Person.is_active)
    return {each.id: each for each in session.scalars(open_accounts.options(selectinload(Person.assignments)))}
