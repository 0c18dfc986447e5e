"""Editing expert profiles, by their owners and by administrators."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Facts
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.core.events import record
from samenspraak.people.events import ProfileChanged
from samenspraak.people.kinds import Sector
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.queries.experts import find_visible_profile
from samenspraak.people.rules import Viewer, may_edit_profile
from samenspraak.themes.models import Theme

MOST_THEMES = 8
MOST_CAPACITY = 20


@dataclasses.dataclass(frozen=True)
class ProfileDraft:
    """A profile as its editor wants it; `version` is the one that the editor started from."""

    headline: str
    expertise: str
    theme_slugs: tuple[str, ...]
    sector: Sector
    weekly_capacity: int
    is_listed: bool
    version: int


def edit_profile(session: Session, viewer: Viewer, person_id: int, draft: ProfileDraft, now: dt.datetime) -> None:
    """Save a profile. Refuses (`Conflict`) when it changed since the editor started, and themes that are unknown.

    Who saves their own profile says by that that it is true.
    """
    profile = profile_to_edit(session, viewer, person_id)
    if profile.version != draft.version:
        raise Conflict("profile-changed")
    if not 0 <= draft.weekly_capacity <= MOST_CAPACITY:
        raise Invalid("weekly_capacity", "capacity-out-of-bounds")
    if draft.is_listed and not draft.headline:
        raise Invalid("headline", "headline-missing")
    before = _values(profile)
    profile.themes = _themes(session, draft.theme_slugs)
    profile.headline = draft.headline
    profile.expertise = draft.expertise
    profile.sector = draft.sector
    profile.weekly_capacity = draft.weekly_capacity
    profile.is_listed = draft.is_listed
    profile.version += 1
    profile.updated_at = now
    if viewer.person_id == person_id:
        profile.confirmed_at = now
    session.flush()
    record(session, ProfileChanged(person_id))
    if viewer.person_id != person_id:
        _record(session, viewer, profile, before, now)


def _record(
    session: Session, viewer: Viewer, profile: ExpertProfile, before: Mapping[str, object], now: dt.datetime
) -> None:
    """Keep that an administrator changed what is said of someone: which parts, and whether they are listed."""
    changed = [name for name, value in _values(profile).items() if value != before[name]]
    if not changed:
        return
    after: Facts = {"changed": changed, "is_listed": profile.is_listed}
    person_id = profile.person_id
    record_act(
        session, Act.PROFILE_CHANGED, viewer.person_id, Thing.PERSON, person_id, now, concerns=person_id, after=after
    )


def _values(profile: ExpertProfile) -> dict[str, object]:
    names = ("headline", "expertise", "sector", "weekly_capacity", "is_listed")
    return {"themes": {theme.slug for theme in profile.themes}} | {name: getattr(profile, name) for name in names}


def profile_to_edit(session: Session, viewer: Viewer, person_id: int) -> ExpertProfile:
    """Return a profile whose next change waits for this one; refuse who may not edit or see it."""
    profile = find_visible_profile(session, viewer, person_id)
    if not may_edit_profile(viewer, person_id):
        raise NotAllowed
    session.execute(select(ExpertProfile.version).where(ExpertProfile.person_id == person_id).with_for_update())
    session.refresh(profile, ["version"])
    return profile


def _themes(session: Session, slugs: tuple[str, ...]) -> list[Theme]:
    if len(set(slugs)) > MOST_THEMES:
        raise Invalid("themes", "too-many-themes")
    themes = list(session.scalars(select(Theme).where(Theme.slug.in_(slugs)).order_by(Theme.label)))
    if len(themes) != len(set(slugs)):
        raise Invalid("themes", "theme-unknown")
    return themes
