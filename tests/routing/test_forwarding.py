"""Passing a question on to a colleague: known by name or address, or new; and what is refused."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotFound, TooMany
from samenspraak.core.events import settle
from samenspraak.notifications.models import Mail
from samenspraak.people.actions.attempts import ADMISSIONS_OF_ONE
from samenspraak.people.actions.roles import NewRole, give_role
from samenspraak.people.kinds import ExpertGroup, Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.question import Guest
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import voices_for
from samenspraak.routing.actions import accept, decline
from samenspraak.routing.desks.queries import may_handle
from samenspraak.routing.forwarding import Colleague, forward
from samenspraak.routing.invitable import CannotBeInvited
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import DeclineReason, InvitationState
from samenspraak.wiring import WIRING
from tests.factories.desks import make_case, make_desk
from tests.factories.people import make_expert, make_person, organisation_of, viewer
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON

NEW = Colleague("Mirte Stempel", "Mirte.Stempel@voorbeeld.test")


def pass_on(session: Session, expert: Person, invitation: Invitation, to: Colleague = NEW) -> Invitation:
    return forward(session, viewer(expert), invitation.id, to, "Jij weet dit.", NOON)


def test_a_colleague_without_an_account_gets_one_and_the_invitation(session: Session) -> None:
    question, expert = make_question(session, visibility=Visibility.RESTRICTED), make_expert(session)
    invitation = make_invited(session, question, expert)

    theirs = pass_on(session, expert, invitation)
    settle(session, WIRING, NOON)

    assert invitation.state is InvitationState.FORWARDED
    assert (theirs.state, theirs.note, theirs.forwarded_from_id) == (
        InvitationState.INVITED,
        "Jij weet dit.",
        invitation.id,
    )
    colleague = session.scalars(select(Person).where(Person.email == "mirte.stempel@voorbeeld.test")).one()
    role = session.scalars(select(RoleAssignment).where(RoleAssignment.person_id == colleague.id)).one()
    assert (role.role, role.organisation_id) == (Role.EXPERT, organisation_of(session, expert).id)
    assert session.get_one(ExpertProfile, colleague.id).is_listed is False
    guests = set(session.scalars(select(Guest.person_id).where(Guest.question_id == question.id)))
    assert guests == {colleague.id}
    causes = {
        mail.cause.split(":")[0] for mail in session.scalars(select(Mail).where(Mail.recipient == colleague.email))
    }
    assert causes == {"account_link", "invited"}


@pytest.mark.parametrize("secret", [{"is_anonymous": True}, {"visibility": Visibility.RESTRICTED}])
def test_the_mail_to_an_address_that_is_not_proved_tells_nothing_of_a_question(
    session: Session, secret: dict[str, Any]
) -> None:
    question = make_question(session, body="Het geheim van de taxi.", **secret)
    expert = make_expert(session)
    partnership = organisation_of(session, question.asker).title

    pass_on(session, expert, make_invited(session, question, expert))
    settle(session, WIRING, NOON)

    mails = session.scalars(select(Mail).where(Mail.recipient == NEW.email.lower()))
    texts = " ".join(mail.subject + mail.text + mail.html for mail in mails)
    assert "geheim van de taxi" not in texts
    assert partnership not in texts
    assert question.asker.name not in texts


def test_who_came_in_on_the_word_of_a_colleague_has_a_part_in_that_question_alone(session: Session) -> None:
    expert = make_expert(session)
    council = organisation_of(session, expert)
    desk = make_desk(session, organisation=council)
    at_desk, later = make_question(session), make_question(session, visibility=Visibility.RESTRICTED)
    make_case(session, desk, at_desk)
    own = make_question(session, visibility=Visibility.RESTRICTED, asker=make_person(session, organisation=council))
    question = make_question(session, visibility=Visibility.RESTRICTED)

    colleague = pass_on(session, expert, make_invited(session, question, expert)).expert
    settle(session, WIRING, NOON)
    make_case(session, desk, later)

    newcomer = viewer(whole(session, colleague))
    assert find_question(session, newcomer, question.id)
    for hidden in (later, own):
        with pytest.raises(NotFound):
            find_question(session, newcomer, hidden.id)
    assert not may_handle(session, newcomer, desk.organisation_id)
    assert {each.standing for each in voices_for(session, newcomer, question)} == {Standing.PERSONAL}

    give_role(session, None, colleague.id, NewRole(council.id, Role.EXPERT, ExpertGroup.SECTOR_COUNCIL), NOON)
    settle(session, WIRING, NOON)

    confirmed = viewer(whole(session, colleague))
    assert may_handle(session, confirmed, desk.organisation_id)
    assert find_question(session, confirmed, later.id)
    assert find_question(session, confirmed, own.id)


def test_nobody_lets_in_one_address_after_another(session: Session) -> None:
    expert = make_expert(session, weekly_capacity=20)
    asked = [make_invited(session, make_question(session), expert) for _ in range(ADMISSIONS_OF_ONE.most + 1)]

    for number, invitation in enumerate(asked[1:]):
        pass_on(session, expert, invitation, Colleague(f"Nieuw {number}", f"nieuw{number}@elders.test"))

    with pytest.raises(TooMany):
        pass_on(session, expert, asked[0])


def whole(session: Session, person: Person) -> Person:
    """Return someone with their roles as they are now."""
    wanted = select(Person).where(Person.id == person.id).options(selectinload(Person.assignments))
    return session.scalars(wanted.execution_options(populate_existing=True)).one()


def test_an_expert_is_found_by_name_alone(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    known = make_expert(session, name="Petra de Wit")

    theirs = pass_on(session, expert, make_invited(session, question, expert), Colleague("petra DE wit", ""))

    assert theirs.expert_id == known.id


def test_an_address_that_has_an_account_is_used(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    known = make_expert(session)

    theirs = pass_on(session, expert, make_invited(session, question, expert), Colleague("Iets anders", known.email))

    assert theirs.expert_id == known.id


def test_a_member_of_the_same_organisation_becomes_an_expert(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    member = make_person(session, Role.MEMBER, organisation=organisation_of(session, expert))

    theirs = pass_on(session, expert, make_invited(session, question, expert), Colleague(member.name, member.email))

    assert theirs.expert_id == member.id
    roles = select(RoleAssignment.role).where(RoleAssignment.person_id == member.id)
    assert set(session.scalars(roles)) == {Role.MEMBER, Role.EXPERT}


def test_what_was_taken_on_can_be_passed_on_too(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_invited(session, question, expert)
    accept(session, viewer(expert), invitation.id, NOON)

    pass_on(session, expert, invitation)

    assert invitation.state is InvitationState.FORWARDED


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        (Colleague("Onbekend", ""), "address-needed"),
        (Colleague("Onbekend", "geen adres"), "no-address"),
        (Colleague("Lid", "lid@elders.test"), "no-expert"),
        (Colleague("Weg", "weg@elders.test"), "account-closed"),
    ],
)
def test_who_cannot_be_asked_is_said_at_the_address(session: Session, to: Colleague, reason: str) -> None:
    question, expert = make_question(session), make_expert(session)
    make_person(session, Role.MEMBER, email="lid@elders.test")
    make_person(session, Role.EXPERT, email="weg@elders.test").is_active = False

    with pytest.raises(Invalid) as refusal:
        pass_on(session, expert, make_invited(session, question, expert), to)

    assert (refusal.value.field, refusal.value.reason) == ("email", reason)


def test_who_asked_or_works_there_or_declined_before_is_not_asked(session: Session) -> None:
    question, expert, declining = make_question(session), make_expert(session), make_expert(session)
    own = make_expert(session, organisation=organisation_of(session, question.asker))
    declined = make_invited(session, question, declining)
    decline(session, viewer(declining), declined.id, DeclineReason.INVOLVED, "", NOON)
    invitation = make_invited(session, question, expert)

    with pytest.raises(CannotBeInvited):
        pass_on(session, expert, invitation, Colleague(own.name, own.email))
    with pytest.raises(Invalid, match="asked-before"):
        pass_on(session, expert, invitation, Colleague(declining.name, declining.email))
    assert invitation.state is InvitationState.INVITED


def test_a_question_is_passed_on_twice_at_the_most_and_never_back(session: Session) -> None:
    question = make_question(session)
    first, second, third = (make_expert(session) for _ in range(3))
    one = make_invited(session, question, first)
    two = pass_on(session, first, one, Colleague(second.name, second.email))
    with pytest.raises(Invalid, match="asked-before"):
        pass_on(session, second, two, Colleague(first.name, first.email))
    three = pass_on(session, second, two, Colleague(third.name, third.email))

    with pytest.raises(Conflict, match="forwarded-too-often"):
        pass_on(session, third, three)


def test_nobody_passes_on_what_another_is_asked(session: Session) -> None:
    question, expert = make_question(session), make_expert(session)
    invitation = make_invited(session, question, expert)

    with pytest.raises(NotFound):
        pass_on(session, make_expert(session), invitation)
