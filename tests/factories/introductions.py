"""Makes partnerships with someone who coordinates them, and introductions, through the real actions."""

from samenspraak.conversations.actions import IntroductionDraft, propose
from samenspraak.conversations.models import Introduction
from samenspraak.core.db import Session
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from tests.factories.people import make_organisation, make_person, organisation_of, viewer
from tests.support.site import NOON


def make_coordinator(session: Session, partnership: str = "", name: str = "") -> Person:
    """Make someone who coordinates a partnership of their own."""
    values = {"name": partnership} if partnership else {}
    return make_person(session, Role.COORDINATOR, organisation=make_organisation(session, **values), name=name)


def draft_between(session: Session, first: Person, other: Person, **values: object) -> IntroductionDraft:
    """Return a proposal of the partnership of the one to that of the other."""
    ids = {
        "organisation_id": organisation_of(session, first).id,
        "other_id": organisation_of(session, other).id,
        "words": "Hoe pakten jullie dit aan?",
    }
    return IntroductionDraft(**{**ids, **values})  # type: ignore[arg-type]


def make_introduction(
    session: Session, first: Person, other: Person, *, by: Person | None = None, **values: object
) -> Introduction:
    """Have the one propose to talk with the other, or someone else do so for both."""
    return propose(session, viewer(by or first), draft_between(session, first, other, **values), NOON)
