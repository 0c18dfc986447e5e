"""Wordings that found nothing, and that moderators look at one by one."""

import dataclasses
import datetime as dt
from collections.abc import Collection

from sqlalchemy import Subquery, bindparam, exists, func, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, NotAllowed
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.demand.kinds import DismissReason
from samenspraak.demand.models import DismissedSearch, LoggedSearch
from samenspraak.demand.wording import ELLIPSIS
from samenspraak.people.rules import Viewer

LOOKED_BACK = dt.timedelta(days=91)


@dataclasses.dataclass(frozen=True)
class NothingFound:
    """A wording that never found anything: how often it was tried, first and last."""

    words: str
    times: int
    since: dt.datetime
    last: dt.datetime

    @property
    def item(self) -> str:
        """What the queue knows it by."""
        return self.words

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out of it, so that it can be tried again and be made a term."""
        return ELLIPSIS not in self.words


def _found_nothing() -> Subquery:
    is_dismissed = exists().where(DismissedSearch.words == LoggedSearch.words)
    return (
        select(
            LoggedSearch.words,
            func.count().label("times"),
            func.min(LoggedSearch.hour).label("since"),
            func.max(LoggedSearch.hour).label("last"),
        )
        .where(LoggedSearch.words.not_in(("", ELLIPSIS)), LoggedSearch.hour >= bindparam("looked_from"), ~is_dismissed)
        .group_by(LoggedSearch.words)
        .having(func.max(LoggedSearch.found) == 0)
        .subquery()
    )


_NOTHING = _found_nothing()
MOST_SEARCHED_FIRST = (Key(_NOTHING.c.times, int, descending=True), Key(_NOTHING.c.words, str))


def depth_of_nothing(session: Session, now: dt.datetime) -> tuple[int, dt.datetime | None]:
    """Return how many wordings found nothing of late and were not dismissed, and since when the oldest does."""
    wanted = select(func.count(), func.min(_NOTHING.c.since)).select_from(_NOTHING)
    count, oldest = session.execute(wanted.params(looked_from=now - LOOKED_BACK)).one()
    return count, oldest


def part_of_nothing(session: Session, now: dt.datetime, cursor: Cursor | None, limit: int) -> Part[NothingFound]:
    """Return a part of these wordings, what was most often searched first."""
    columns = _NOTHING.c.words, _NOTHING.c.times, _NOTHING.c.since, _NOTHING.c.last
    wanted = select(*columns).params(looked_from=now - LOOKED_BACK)
    part = read_part(session, wanted, MOST_SEARCHED_FIRST, cursor, limit)
    return part.with_rows([NothingFound(*row) for row in part.rows])


def dismiss_searches(
    session: Session, viewer: Viewer, wordings: Collection[str], reason: DismissReason, now: dt.datetime
) -> int:
    """Say of some wordings that they need not find anything, and return how many that were new.

    Only what was searched for can be dismissed; the words themselves stay out of the audit.
    """
    if not viewer.is_moderator:
        raise NotAllowed
    known = select(LoggedSearch.words).where(LoggedSearch.words.in_(wordings)).distinct()
    dismissed = session.scalars(select(DismissedSearch.words).where(DismissedSearch.words.in_(wordings))).all()
    new = sorted(set(session.scalars(known)) - set(dismissed))
    rows = [DismissedSearch(words=words, reason=reason.value, dismissed_at=now) for words in new]
    with unless_taken(session, Conflict("dismissed-already")):
        session.add_all(rows)
        session.flush()
    for row in rows:
        after = {"reason": reason.value}
        record_act(session, Act.SEARCH_DISMISSED, viewer.person_id, Thing.SEARCH, row.id, now, after=after)
    return len(rows)
