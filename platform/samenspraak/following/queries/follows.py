"""What someone follows, and who follows something."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import or_, select

from samenspraak.core.db import Session
from samenspraak.following.kinds import Subject
from samenspraak.following.models import Follow
from samenspraak.following.targets import Target
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import is_listed_to
from samenspraak.themes.models import Theme


@dataclasses.dataclass(frozen=True)
class Followed:
    """Something that someone follows; `slug` is that of a theme."""

    target: Target
    name: str
    since: dt.datetime
    slug: str = ""


def follows(session: Session, viewer: Viewer, target: Target) -> bool:
    """Say whether someone follows something."""
    wanted = select(Follow.id).where(Follow.person_id == viewer.person_id, target.is_it)
    return viewer.person_id is not None and session.scalar(wanted) is not None


def list_followed(session: Session, viewer: Viewer) -> list[Followed]:
    """Return all that someone follows and may see, in the order of its names."""
    if viewer.person_id is None:
        return []
    rows = session.execute(
        select(Follow, Question.title, Theme.label, Theme.slug, Person.name, Organisation)
        .select_from(Follow)
        .outerjoin(Question, (Question.id == Follow.question_id) & is_listed_to(viewer))
        .outerjoin(Theme, Theme.id == Follow.theme_id)
        .outerjoin(ExpertProfile, (ExpertProfile.person_id == Follow.expert_id) & ExpertProfile.is_listed)
        .outerjoin(Person, (Person.id == ExpertProfile.person_id) & Person.is_active)
        .outerjoin(Organisation, (Organisation.id == Follow.organisation_id) & Organisation.is_active)
        .where(Follow.person_id == viewer.person_id)
    )
    found = [_followed(*row) for row in rows]
    return sorted((each for each in found if each.name), key=lambda each: (each.name.casefold(), each.target.id))


def followers_of(session: Session, targets: Iterable[Target]) -> Sequence[int]:
    """Return who follows one of these, in order of their ids."""
    conditions = [target.is_it for target in targets]
    if not conditions:
        return []
    return session.scalars(select(Follow.person_id).where(or_(*conditions)).distinct().order_by(Follow.person_id)).all()


def _followed(
    follow: Follow,
    title: str | None,
    label: str | None,
    slug: str | None,
    name: str | None,
    organisation: Organisation | None,
) -> Followed:
    if follow.question_id is not None:
        return Followed(Target(Subject.QUESTION, follow.question_id), title or "", follow.since)
    if follow.theme_id is not None:
        return Followed(Target(Subject.THEME, follow.theme_id), label or "", follow.since, slug or "")
    if follow.expert_id is not None:
        return Followed(Target(Subject.EXPERT, follow.expert_id), name or "", follow.since)
    title = organisation.title if organisation else ""
    return Followed(Target(Subject.PARTNERSHIP, follow.organisation_id or 0), title, follow.since)


def follows_theme(session: Session, viewer: Viewer, slug: str) -> bool:
    """Say whether someone follows the theme with this name in addresses."""
    wanted = select(Follow.id).join(Theme, Theme.id == Follow.theme_id)
    wanted = wanted.where(Follow.person_id == viewer.person_id, Theme.slug == slug)
    return viewer.person_id is not None and session.scalar(wanted) is not None


def followed_themes(session: Session, viewer: Viewer) -> frozenset[int]:
    """Return the ids of the themes that someone follows."""
    wanted = select(Follow.theme_id).where(Follow.person_id == viewer.person_id, Follow.theme_id.is_not(None))
    found = session.scalars(wanted) if viewer.person_id is not None else ()
    return frozenset(theme_id for theme_id in found if theme_id is not None)
