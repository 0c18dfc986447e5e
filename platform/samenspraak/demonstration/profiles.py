"""The experts' profiles: what they know, how much they take on, when they are away, and who is listed."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from samenspraak.core.db import Session
from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.cast import Player
from samenspraak.demonstration.chance import draw
from samenspraak.demonstration.content_files import WrittenExpert, experts, values
from samenspraak.people.actions.away import add_away_period
from samenspraak.people.actions.profiles import ProfileDraft, edit_profile
from samenspraak.people.queries.experts import find_profile

USUAL_CAPACITY = 4


def fill_profiles(session: Session, cast: Mapping[str, Player], agenda: Agenda, since: dt.datetime) -> None:
    """Let all experts fill in and list their profile."""
    availability, substitutes = values("availability"), values("keeping")["substitutes"]
    for expert in experts():
        _fill(session, cast[expert.key], expert, availability["capacity"], since)
    for expert in experts():
        substitute = cast[substitutes[expert.key]].person_id if expert.key in substitutes else None
        for first, last in availability["away"].get(expert.key, ()):
            days = (_days_from(agenda.today, first), _days_from(agenda.today, last))
            viewer = cast[expert.key].viewer
            add_away_period(session, viewer, cast[expert.key].person_id, days, since, substitute)


def unlist_some(session: Session, cast: Mapping[str, Player], agenda: Agenda) -> None:
    """Let a few experts take themselves off the list; what they answered stays."""
    written = {expert.key: expert for expert in experts()}
    availability = values("availability")
    for key in availability["unlisted"]:
        moment = agenda.moment(3 + draw(9, key, "unlisted"), key)
        _fill(session, cast[key], written[key], availability["capacity"], moment, is_listed=False)


def _fill(
    session: Session,
    player: Player,
    expert: WrittenExpert,
    capacity: Mapping[str, Any],
    moment: dt.datetime,
    *,
    is_listed: bool = True,
) -> None:
    draft = ProfileDraft(
        headline=expert.headline,
        expertise=expert.expertise,
        theme_slugs=expert.themes,
        sector=expert.sector,
        weekly_capacity=capacity.get(expert.key, USUAL_CAPACITY),
        is_listed=is_listed,
        version=find_profile(session, player.person_id).version,
    )
    edit_profile(session, player.viewer, player.person_id, draft, moment)


def _days_from(today: dt.date, days: int) -> dt.date:
    return today + dt.timedelta(days=days)
