"""How much experts have: in hand, this week and lately. Weeks are those of the calendar in Amsterdam, from Monday.

What counts for a week is what an expert has in hand (asked or taken on, and not answered), whenever it was asked, and
what they were asked this week and have answered already. `lately` counts the same over four weeks, and also what
they declined or let pass in those: being asked is a load too.
"""

import datetime as dt
from collections.abc import Collection, Mapping

from sqlalchemy import and_, func, or_, select

from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.core.db import Session
from samenspraak.matching.candidates import Load
from samenspraak.people.queries.experts import list_capacities
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.queries import HAS_ANSWERED
from samenspraak.routing.rules import OPEN, InvitationState

LATELY = dt.timedelta(weeks=4)

_WAS_ASKED = frozenset(InvitationState) - {InvitationState.PROPOSED, InvitationState.WITHDRAWN}


def load_of(session: Session, now: dt.datetime, expert_ids: Collection[int] | None = None) -> dict[int, Load]:
    """Return the load of each expert (of `expert_ids`), in one statement; nobody without any."""
    in_hand = and_(Invitation.state.in_(OPEN), ~HAS_ANSWERED)
    this_week = and_(Invitation.state.in_(OPEN), Invitation.invited_at >= week_start(now))
    lately = and_(Invitation.state.in_(_WAS_ASKED), Invitation.invited_at >= now - LATELY)
    found = select(
        Invitation.expert_id,
        func.count().filter(or_(in_hand, this_week)),
        func.count().filter(or_(in_hand, lately)),
    ).where(or_(in_hand, lately))
    if expert_ids is not None:
        found = found.where(Invitation.expert_id.in_(expert_ids))
    return {person: Load(week, some) for person, week, some in session.execute(found.group_by(Invitation.expert_id))}


def full_experts(session: Session, now: dt.datetime) -> frozenset[int]:
    """Return the listed experts who have as many questions as they take in a week."""
    load: Mapping[int, Load] = load_of(session, now)
    capacities = list_capacities(session)
    return frozenset(person for person, capacity in capacities.items() if load.get(person, Load()).week >= capacity)


def week_start(now: dt.datetime) -> dt.datetime:
    """Return the first moment, in Amsterdam, of the week that a moment is in."""
    today = local_day(now)
    return dt.datetime.combine(today - dt.timedelta(days=today.weekday()), dt.time(), AMSTERDAM).astimezone(dt.UTC)
