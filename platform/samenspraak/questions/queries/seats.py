"""From where someone speaks."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.account import RoleAssignment
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.queries.spokespeople import is_spokesperson, spokespeople_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import is_guest
from samenspraak.questions.rules import Seat, Voice, answering_seats, voices_of


def seats_of(session: Session, viewer: Viewer) -> tuple[Seat, ...]:
    """Return the roles that someone has, each within its organisation; the first is the one they are shown with."""
    if viewer.person_id is None:
        return ()
    assignments = session.scalars(
        select(RoleAssignment)
        .where(RoleAssignment.person_id == viewer.person_id)
        .options(joinedload(RoleAssignment.organisation))
        .order_by(RoleAssignment.id)
    )
    return seats_in(assignments)


def seats_in(assignments: Iterable[RoleAssignment]) -> tuple[Seat, ...]:
    """Return roles as seats; their organisations must be loaded."""
    return tuple(_seat(each, each.organisation) for each in assignments)


def voices_for(
    session: Session, viewer: Viewer, question: Question, own: tuple[Seat, ...] | None = None
) -> tuple[Voice, ...]:
    """Return in which ways someone may answer a question with its themes loaded; none when they may not.

    `own` are their seats, where those are known.
    """
    seats = answering_seats(
        seats_of(session, viewer) if own is None else own,
        asked_by=question.asker_id,
        asked_for=question.organisation_id,
        person_id=viewer.person_id,
        is_guest=is_guest(session, question.id, viewer.person_id),
    )
    if question.is_anonymous:
        # An answer stands on the author's profile too: from the asking partnership it would tell who asked.
        seats = tuple(seat for seat in seats if seat.organisation_id != question.organisation_id)
    return voices_of(seats, is_spokesperson=is_named_for(session, seats, viewer.person_id, question))


def is_named_for(session: Session, seats: Iterable[Seat], person_id: int | None, question: Question) -> bool:
    """Say whether OCW named someone with these seats for a theme of a question; without one at the ministry never."""
    if person_id is None or not any(seat.kind is OrganisationKind.MINISTRY for seat in seats):
        return False
    return is_spokesperson(session, person_id, [theme.id for theme in question.themes])


def named_for(session: Session, question: Question) -> frozenset[int]:
    """Return the ids of everyone whom OCW named for a theme of a question."""
    return frozenset(person.id for person in spokespeople_of(session, [theme.id for theme in question.themes]))


def _seat(assignment: RoleAssignment, organisation: Organisation) -> Seat:
    return Seat(
        organisation.id,
        organisation.title,
        organisation.kind,
        assignment.role,
        organisation.sector,
        organisation.holiday_region,
        is_confirmed=assignment.admitted_by_id is None,
    )
