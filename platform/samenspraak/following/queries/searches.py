"""Saved searches, and what they find that is new: only what their owner may see at that moment."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.following.models import SavedSearch
from samenspraak.following.wishes import read_wish
from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import is_listed_to, tokens_of
from samenspraak.search.document import DATED, Kind
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus

MOST_FOUND = 25
"""Looked at of the newest hits of a search; more new ones are not counted one by one."""


@dataclasses.dataclass(frozen=True)
class NewHit:
    """A question or an experience that a search found, and since when it is there."""

    kind: Kind
    key: int
    at: dt.datetime


def list_saved(session: Session, viewer: Viewer) -> Sequence[SavedSearch]:
    """Return someone's saved searches, what was saved last first."""
    wanted = select(SavedSearch).where(SavedSearch.person_id == viewer.person_id)
    return session.scalars(wanted.order_by(SavedSearch.saved_at.desc(), SavedSearch.id.desc())).all()


def find_new(
    session: Session,
    index: Index,
    thesaurus: Thesaurus,
    viewer: Viewer,
    since: Mapping[int, dt.datetime],
    searches: Sequence[SavedSearch],
    now: dt.datetime,
) -> dict[int, list[NewHit]]:
    """Return for each search, by id, what is newer than its moment in `since`, newest first. Raises IndexBroken.

    What the owner asked is not new to them; nor is an own experience. What may not be seen does not exist.
    """
    tokens = tokens_of(viewer)
    hits = {
        each.id: index.search(read_wish(each.query).request(tokens, now, MOST_FOUND), thesaurus).hits
        for each in searches
    }
    found = {(hit.kind, hit.key) for of_search in hits.values() for hit in of_search if hit.kind in DATED}
    dates = _dates(session, viewer, found)
    return {
        each.id: [
            NewHit(hit.kind, hit.key, dates[hit.kind, hit.key])
            for hit in hits[each.id]
            if (hit.kind, hit.key) in dates and since[each.id] < dates[hit.kind, hit.key] <= now
        ]
        for each in searches
    }


def _dates(session: Session, viewer: Viewer, found: set[tuple[Kind, int]]) -> dict[tuple[Kind, int], dt.datetime]:
    """Since when things of others that someone may see are there."""
    if not found:
        return {}
    questions = session.execute(
        select(Question.id, Question.asked_at).where(
            Question.id.in_([key for kind, key in found if kind is Kind.QUESTION]),
            Question.asker_id != viewer.person_id,
            is_listed_to(viewer),
        )
    )
    experiences = session.execute(
        select(Experience.id, Experience.added_at)
        .join(Organisation, Organisation.id == Experience.organisation_id)
        .where(
            Experience.id.in_([key for kind, key in found if kind is Kind.EXPERIENCE]),
            Experience.organisation_id.not_in(viewer.organisation_ids),
            Organisation.is_active,
        )
    )
    return {(Kind.QUESTION, key): at for key, at in questions} | {(Kind.EXPERIENCE, key): at for key, at in experiences}
