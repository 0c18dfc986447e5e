"""What a moderator says of someone who takes part on the word of a colleague."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.people.actions.roles import confirm_role, take_role
from samenspraak.people.models.account import RoleAssignment
from samenspraak.people.rules import Viewer


def confirm_admitted(session: Session, viewer: Viewer, assignment_id: int, now: dt.datetime) -> None:
    """Confirm that someone belongs to the organisation; `Conflict` for "role-settled" when that was said before."""
    assignment = _waiting(session, viewer, assignment_id)
    confirm_role(session, viewer.person_id, assignment.person_id, assignment_id, now)


def refuse_admitted(session: Session, viewer: Viewer, assignment_id: int, reason: str, now: dt.datetime) -> None:
    """Take the role away again; the reason is kept for the person to read."""
    assignment = _waiting(session, viewer, assignment_id)
    if not reason.strip():
        raise Invalid("reason", "no-reason-to-refuse")
    take_role(session, viewer, assignment.person_id, assignment_id, now, reason)


def _waiting(session: Session, viewer: Viewer, assignment_id: int) -> RoleAssignment:
    """Return a role that nobody confirmed; nobody decides on their own, nor on whom they let in themselves."""
    assignment = session.get(RoleAssignment, assignment_id, with_for_update=True, populate_existing=True)
    if assignment is None or assignment.admitted_by_id is None:
        raise Conflict("role-settled")
    if not viewer.is_moderator or viewer.person_id in {assignment.person_id, assignment.admitted_by_id}:
        raise NotAllowed
    return assignment
