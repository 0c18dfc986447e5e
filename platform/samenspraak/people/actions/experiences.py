"""Telling what a partnership worked out: by who coordinates it."""

import dataclasses
import datetime as dt

from sqlalchemy import delete, exists, func, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.core.events import record
from samenspraak.people.events import ExperienceAdded, ExperienceChanged
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import RoleAssignment
from samenspraak.people.models.organisation import Experience, ExperienceTheme
from samenspraak.people.queries.experiences import find_experience
from samenspraak.people.queries.partnerships import find_partnership
from samenspraak.people.rules import Viewer
from samenspraak.themes.models import Theme

MOST_THEMES = 3
MOST_EXPERIENCES = 40


@dataclasses.dataclass(frozen=True)
class ExperienceDraft:
    """What someone wrote of it; `version` is the one that an edit started from."""

    title: str
    body: str
    theme_ids: tuple[int, ...]
    is_open_to_contact: bool
    submission: str | None = None
    version: int = 0


def coordinates(session: Session, viewer: Viewer, organisation_id: int) -> bool:
    """Say whether someone coordinates an organisation, and so speaks for it."""
    speaks = exists().where(
        RoleAssignment.person_id == viewer.person_id,
        RoleAssignment.organisation_id == organisation_id,
        RoleAssignment.role == Role.COORDINATOR,
    )
    return viewer.person_id is not None and bool(session.scalar(select(speaks)))


def add_experience(
    session: Session, viewer: Viewer, organisation_id: int, draft: ExperienceDraft, now: dt.datetime
) -> Experience:
    """Add what a partnership worked out; the same form sent twice adds it once."""
    find_partnership(session, organisation_id)
    if not coordinates(session, viewer, organisation_id) or viewer.person_id is None:
        raise NotAllowed
    sent_before = _of_submission(session, draft.submission)
    if sent_before:
        return sent_before
    if _count(session, organisation_id) >= MOST_EXPERIENCES:
        raise Invalid("title", "too-many-experiences")
    experience = Experience(
        organisation_id=organisation_id,
        title=draft.title,
        body=draft.body,
        themes=_themes(session, draft.theme_ids),
        is_open_to_contact=draft.is_open_to_contact,
        written_by_id=viewer.person_id,
        added_at=now,
        updated_at=now,
        submission=draft.submission or None,
    )
    with unless_taken(session, Conflict("already-sent")):
        session.add(experience)
    record(session, ExperienceAdded(experience.id, organisation_id, viewer.person_id))
    record(session, ExperienceChanged(experience.id))
    return experience


def edit_experience(
    session: Session, viewer: Viewer, experience_id: int, draft: ExperienceDraft, now: dt.datetime
) -> None:
    """Change it. Refuses (`Conflict`) when a colleague changed it since the editor started."""
    experience = _own(session, viewer, experience_id)
    if experience.version != draft.version:
        raise Conflict("experience-changed")
    experience.themes = _themes(session, draft.theme_ids)
    experience.title, experience.body = draft.title, draft.body
    experience.is_open_to_contact = draft.is_open_to_contact
    experience.version += 1
    experience.updated_at = now
    session.flush()
    record(session, ExperienceChanged(experience_id))


def remove_experience(session: Session, viewer: Viewer, experience_id: int, now: dt.datetime) -> None:
    """Take it away. Who coordinates the partnership may, and moderators, for what should not stand there."""
    experience = find_experience(session, experience_id, to_change=True)
    is_own = coordinates(session, viewer, experience.organisation_id)
    if not viewer.is_moderator and not is_own:
        raise NotAllowed
    session.execute(delete(ExperienceTheme).where(ExperienceTheme.experience_id == experience_id))
    session.execute(delete(Experience).where(Experience.id == experience_id))
    record(session, ExperienceChanged(experience_id))
    if not is_own:
        removed, by_id, concerns = Act.EXPERIENCE_REMOVED, viewer.person_id, experience.written_by_id
        before = {"organisation": experience.organisation_id}
        record_act(session, removed, by_id, Thing.EXPERIENCE, experience_id, now, concerns=concerns, before=before)


def _own(session: Session, viewer: Viewer, experience_id: int) -> Experience:
    experience = find_experience(session, experience_id, to_change=True)
    if not coordinates(session, viewer, experience.organisation_id):
        raise NotAllowed
    return experience


def _of_submission(session: Session, submission: str | None) -> Experience | None:
    return session.scalar(select(Experience).where(Experience.submission == submission)) if submission else None


def _count(session: Session, organisation_id: int) -> int:
    return session.scalar(select(func.count()).where(Experience.organisation_id == organisation_id)) or 0


def _themes(session: Session, theme_ids: tuple[int, ...]) -> list[Theme]:
    if not theme_ids:
        raise Invalid("themes", "no-theme-worked-out")
    if len(set(theme_ids)) > MOST_THEMES:
        raise Invalid("themes", "more-than-three-themes")
    themes = list(session.scalars(select(Theme).where(Theme.id.in_(theme_ids)).order_by(Theme.label)))
    if len(themes) != len(set(theme_ids)):
        raise Invalid("themes", "theme-unknown")
    return themes
