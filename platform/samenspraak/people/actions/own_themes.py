"""The themes of a profile one at a time: taken up or dropped on a suggestion, or never to be suggested again."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed, NotFound
from samenspraak.core.events import record
from samenspraak.people.actions.profiles import MOST_THEMES, profile_to_edit
from samenspraak.people.events import ProfileChanged
from samenspraak.people.models.expert import DismissedTheme, ExpertProfile
from samenspraak.people.rules import Viewer
from samenspraak.themes.models import Theme


def take_theme_up(session: Session, viewer: Viewer, person_id: int, slug: str, now: dt.datetime) -> Theme:
    """Add a theme to one's profile; refuses (`Invalid`) a ninth one. A theme that is in already is fine."""
    profile, theme = _own(session, viewer, person_id, slug)
    if theme not in profile.themes:
        if len(profile.themes) >= MOST_THEMES:
            raise Invalid("themes", "too-many-themes")
        profile.themes.append(theme)
        suggest_theme_again(session, viewer, person_id, slug)
        _save(session, profile, now)
    return theme


def drop_theme(session: Session, viewer: Viewer, person_id: int, slug: str, now: dt.datetime) -> Theme:
    """Take a theme out of one's profile, and do not suggest it again; one that is out already is fine."""
    profile, theme = _own(session, viewer, person_id, slug)
    dismiss_theme(session, viewer, person_id, slug)
    if theme in profile.themes:
        profile.themes.remove(theme)
        _save(session, profile, now)
    return theme


def dismiss_theme(session: Session, viewer: Viewer, person_id: int, slug: str) -> Theme:
    """Have a theme suggested no more."""
    _profile, theme = _own(session, viewer, person_id, slug)
    if session.get(DismissedTheme, (person_id, theme.id)) is None:
        session.add(DismissedTheme(person_id=person_id, theme_id=theme.id))
        session.flush()
    return theme


def suggest_theme_again(session: Session, viewer: Viewer, person_id: int, slug: str) -> Theme:
    """Let a theme be suggested after all."""
    _profile, theme = _own(session, viewer, person_id, slug)
    dismissed = session.get(DismissedTheme, (person_id, theme.id))
    if dismissed is not None:
        session.delete(dismissed)
        session.flush()
    return theme


def _own(session: Session, viewer: Viewer, person_id: int, slug: str) -> tuple[ExpertProfile, Theme]:
    profile = profile_to_edit(session, viewer, person_id)
    if viewer.person_id != person_id:
        raise NotAllowed
    theme = session.scalar(select(Theme).where(Theme.slug == slug))
    if theme is None:
        raise NotFound
    return profile, theme


def _save(session: Session, profile: ExpertProfile, now: dt.datetime) -> None:
    profile.version += 1
    profile.updated_at = profile.confirmed_at = now
    session.flush()
    record(session, ProfileChanged(profile.person_id))
