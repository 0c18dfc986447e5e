"""Reads of the ties that experts declared."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.people.models.expert import DeclaredTie
from samenspraak.people.queries.experts import find_visible_profile
from samenspraak.people.rules import Viewer, may_read_ties


def ties_of(session: Session, viewer: Viewer, person_id: int) -> Sequence[DeclaredTie]:
    """Return the ties of an expert with their organisations, the latest first; refuse who may not read them."""
    find_visible_profile(session, viewer, person_id)
    if not may_read_ties(viewer, person_id):
        raise NotAllowed
    return session.scalars(
        select(DeclaredTie)
        .where(DeclaredTie.person_id == person_id)
        .order_by(DeclaredTie.declared_at.desc(), DeclaredTie.id.desc())
        .options(joinedload(DeclaredTie.organisation))
    ).all()
