"""Passing a question on to a named colleague, who may have no account yet."""

import dataclasses
import datetime as dt

from sqlalchemy import exists, func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.matching.candidates import find_candidates
from samenspraak.matching.eligibility import LeftOut, left_out
from samenspraak.matching.switches import rulebook_for
from samenspraak.people.actions.accounts import NewAccount, invite_person
from samenspraak.people.actions.attempts import ADMISSIONS_OF_ONE, count_attempt
from samenspraak.people.actions.roles import NewRole, give_role
from samenspraak.people.addresses import same_address
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.routing.invitable import CannotBeInvited
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.moves import hold, lock_experts, move, propose_one, refuse_withdrawn
from samenspraak.routing.route import was_invited
from samenspraak.routing.rules import MOST_FORWARDS, Act, InvitationState, may_respond, next_state


@dataclasses.dataclass(frozen=True)
class Colleague:
    """Who is to be asked instead. The address may be left out of who has an account as an expert."""

    name: str
    email: str


def forward(
    session: Session, viewer: Viewer, invitation_id: int, to: Colleague, words: str, now: dt.datetime
) -> Invitation:
    """Pass what one is asked on to a colleague, and return the colleague's invitation.

    An unknown colleague gets an account as an expert of the same organisation, and a mail to open it; until an
    administrator confirms that, they have a part in this question alone. Raises `Conflict` with "forwarded-too-often"
    or "withdrawn-too-often", `CannotBeInvited`, `TooMany` for who lets in too many, `Invalid` for "email" and "name".
    """
    invitation = hold(session, invitation_id)
    if not may_respond(viewer, invitation.expert_id):
        raise NotFound
    next_state(invitation.state, Act.FORWARD)
    if length_of_chain(session, invitation) >= MOST_FORWARDS:
        raise Conflict("forwarded-too-often")
    person = _find_or_admit(session, invitation, to, now)
    lock_experts(session, [person.id])
    theirs = _theirs(session, invitation, person)
    _refuse_unfit(session, invitation, person, now)
    move(session, invitation, Act.FORWARD, viewer.person_id, now, reason=words)
    theirs = theirs or propose_one(session, invitation.question_id, person.id, now)
    theirs.note, theirs.forwarded_from_id = words, invitation.id
    move(session, theirs, Act.INVITE, viewer.person_id, now)
    was_invited(session, invitation.question_id, viewer.person_id, now)
    theirs.expert = person
    return theirs


def length_of_chain(session: Session, invitation: Invitation) -> int:
    """Return how often the question was passed on until it came to this expert."""
    length, earlier = 0, invitation.forwarded_from_id
    while earlier is not None and length < MOST_FORWARDS:
        length += 1
        earlier = session.scalar(select(Invitation.forwarded_from_id).where(Invitation.id == earlier))
    return length


def _find_or_admit(session: Session, invitation: Invitation, to: Colleague, now: dt.datetime) -> Person:
    known = _by_address(session, to.email) if to.email else _by_name(session, to.name)
    own = session.get(ExpertProfile, invitation.expert_id)
    if own is None:
        raise NotFound
    if known is None:
        count_attempt(session, f"admissions by {own.person_id}", ADMISSIONS_OF_ONE, now)
        of_own = (own.organisation_id, Role.EXPERT, own.group, own.person_id)
        return invite_person(session, own.person_id, NewAccount(to.name, to.email, *of_own), now)
    if not known.is_active:
        raise Invalid("email", "account-closed")
    if not _has_role(session, known.id, role=Role.EXPERT):
        if not _has_role(session, known.id, organisation_id=own.organisation_id):
            raise Invalid("email", "no-expert")
        role = NewRole(own.organisation_id, Role.EXPERT, own.group, own.person_id)
        give_role(session, own.person_id, known.id, role, now)
    return known


def _by_address(session: Session, email: str) -> Person | None:
    return session.scalar(select(Person).where(Person.email == same_address(email)))


def _by_name(session: Session, name: str) -> Person:
    """Return the one expert of that name; `Invalid` when there is none, or more than one."""
    is_expert = exists().where(RoleAssignment.person_id == Person.id, RoleAssignment.role == Role.EXPERT)
    found = session.scalars(
        select(Person).where(func.lower(Person.name) == name.lower(), Person.is_active, is_expert).limit(2)
    ).all()
    if len(found) != 1:
        raise Invalid("email", "address-needed")
    return found[0]


def _theirs(session: Session, invitation: Invitation, person: Person) -> Invitation | None:
    """Return what the colleague has to do with the question already; `Invalid` when they cannot be asked any more."""
    wanted = select(Invitation).where(
        Invitation.question_id == invitation.question_id, Invitation.expert_id == person.id
    )
    theirs = session.scalar(wanted.execution_options(populate_existing=True))
    if theirs is None or theirs.state is InvitationState.PROPOSED:
        return theirs
    if theirs.state in {InvitationState.WITHDRAWN, InvitationState.EXPIRED}:
        refuse_withdrawn(session, [theirs])
        return theirs
    raise Invalid("name", "asked-before")


def _refuse_unfit(session: Session, invitation: Invitation, person: Person, now: dt.datetime) -> None:
    """Refuse who asked, who works there or is tied to it, and who is away; how busy they are is between colleagues."""
    question = session.get_one(Question, invitation.question_id)
    if question.asker_id == person.id:
        raise CannotBeInvited(person.id, LeftOut.IS_ASKER)
    if _has_role(session, person.id, organisation_id=question.organisation_id):
        raise CannotBeInvited(person.id, LeftOut.OWN_ORGANISATION)
    rulebook = rulebook_for(session, question.id)
    for candidate in find_candidates(session, question, now, {}, only=[person.id]):
        reason = left_out(candidate, now, rulebook)
        if reason is not None:
            raise CannotBeInvited(person.id, reason)


def _has_role(
    session: Session, person_id: int, *, organisation_id: int | None = None, role: Role | None = None
) -> bool:
    wanted = select(RoleAssignment.id).where(RoleAssignment.person_id == person_id)
    if organisation_id is not None:
        wanted = wanted.where(RoleAssignment.organisation_id == organisation_id)
    if role is not None:
        wanted = wanted.where(RoleAssignment.role == role)
    return session.scalar(wanted.limit(1)) is not None
