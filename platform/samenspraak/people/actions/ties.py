"""Ties with organisations, declared by an expert: questions of those go to others."""

import dataclasses
import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.kinds import TieKind
from samenspraak.people.models.expert import DeclaredTie
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.queries.experts import find_visible_profile
from samenspraak.people.rules import Viewer, may_declare_ties

LONGEST_WORDS = 300


@dataclasses.dataclass(frozen=True)
class TieDraft:
    """A tie as its expert declares it."""

    organisation_id: int
    kind: TieKind
    words: str


def declare_tie(session: Session, viewer: Viewer, person_id: int, draft: TieDraft, now: dt.datetime) -> DeclaredTie:
    """Declare a tie with an organisation, once; only the expert does that."""
    _refuse_others(session, viewer, person_id)
    organisation = session.get(Organisation, draft.organisation_id)
    if organisation is None or not organisation.is_active:
        raise Invalid("organisation", "no-organisation")
    known = select(DeclaredTie.id).where(
        DeclaredTie.person_id == person_id, DeclaredTie.organisation_id == draft.organisation_id
    )
    if session.scalar(known) is not None:
        raise Invalid("organisation", "tie-declared")
    tie = DeclaredTie(
        person_id=person_id,
        organisation_id=draft.organisation_id,
        kind=draft.kind,
        words=draft.words,
        declared_at=now,
    )
    with unless_taken(session, Invalid("organisation", "tie-declared")):
        session.add(tie)
    return tie


def take_tie_back(session: Session, viewer: Viewer, person_id: int, tie_id: int) -> None:
    """Take a tie back; one that is gone already is fine."""
    _refuse_others(session, viewer, person_id)
    tie = session.get(DeclaredTie, tie_id)
    if tie and tie.person_id == person_id:
        session.delete(tie)
        session.flush()


def _refuse_others(session: Session, viewer: Viewer, person_id: int) -> None:
    find_visible_profile(session, viewer, person_id)
    if not may_declare_ties(viewer, person_id):
        raise NotAllowed
