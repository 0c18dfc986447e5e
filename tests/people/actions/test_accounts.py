"""Inviting people, their roles, closing and reopening."""

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.people.actions.accounts import (
    NewAccount,
    close_account,
    invite_person,
    rename_person,
    reopen_account,
    send_link_again,
)
from samenspraak.people.actions.roles import NewRole, give_role, take_role
from samenspraak.people.actions.sessions import sign_in
from samenspraak.people.events import ProfileChanged
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.queries.experts import find_profile
from samenspraak.people.queries.people import AccountFilters, find_person, list_accounts
from samenspraak.people.queries.viewers import viewer_of_session
from samenspraak.people.rules import Viewer
from tests.factories.accounts import ORIGIN, PASSWORD, make_account
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.support.site import NOON


def test_someone_invited_has_a_role_and_no_password(session: Session) -> None:
    organisation = make_organisation(session)

    invited = invite_person(
        session, None, NewAccount("Roos", " Roos@SWV.test", organisation.id, Role.COORDINATOR), NOON
    )

    session.expire_all()
    person = find_person(session, invited.id)
    assert person.email == "roos@swv.test"
    assert person.password_hash is None
    assert person.is_active
    assert person.assignments[0].organisation == organisation
    assert [assignment.role for assignment in person.assignments] == [Role.COORDINATOR]


def test_an_invited_expert_has_a_profile_that_is_not_listed_yet(session: Session) -> None:
    organisation = make_organisation(session, kind=OrganisationKind.MINISTRY)

    person = invite_person(
        session, None, NewAccount("Daan", "daan@ocw.test", organisation.id, Role.EXPERT, ExpertGroup.MINISTRY), NOON
    )

    profile = find_profile(session, person.id)
    assert profile.group is ExpertGroup.MINISTRY
    assert profile.organisation == organisation
    assert not profile.is_listed


@pytest.mark.parametrize(
    ("email", "organisation_id", "role", "field"),
    [
        ("geen adres", 0, Role.MEMBER, "email"),
        ("a@b\r\nBcc: x@kwaad.test", 0, Role.MEMBER, "email"),
        ("bezet@swv.test", 0, Role.MEMBER, "email"),
        ("vrij@swv.test", -1, Role.MEMBER, "organisation"),
        ("vrij@swv.test", 0, Role.EXPERT, "group"),
    ],
)
def test_a_wrong_invitation_is_refused_at_its_field(
    session: Session, email: str, organisation_id: int, role: Role, field: str
) -> None:
    organisation = make_organisation(session)
    make_person(session, email="bezet@swv.test")

    with pytest.raises(Invalid) as refused:
        invite_person(session, None, NewAccount("X", email, organisation_id or organisation.id, role), NOON)

    assert refused.value.field == field


def test_closing_an_account_ends_its_sessions_and_reopening_lets_in_again(session: Session) -> None:
    person, administrator = make_account(session), make_person(session, Role.ADMINISTRATOR)
    token, _ = sign_in(session, person.email, PASSWORD, ORIGIN, NOON, 12)

    close_account(session, viewer(administrator), person.id, "Op verzoek", NOON)
    assert viewer_of_session(session, token, NOON) is None
    with pytest.raises(Conflict):
        send_link_again(session, None, person.id, NOON)
    reopen_account(session, None, person.id, NOON)

    assert viewer_of_session(session, token, NOON) is None
    assert sign_in(session, person.email, PASSWORD, ORIGIN, NOON, 12)


def test_nobody_locks_themself_out(session: Session) -> None:
    administrator = make_person(session, Role.ADMINISTRATOR)

    with pytest.raises(Conflict):
        close_account(session, viewer(administrator), administrator.id, "Op verzoek", NOON)
    with pytest.raises(Conflict):
        take_role(session, viewer(administrator), administrator.id, administrator.assignments[0].id, NOON)


def test_closing_an_expert_changes_what_is_found(session: Session) -> None:
    expert = make_expert(session)

    close_account(session, Viewer(), expert.id, "Op verzoek", NOON)

    assert session.info["samenspraak.events"] == [ProfileChanged(expert.id)]
    session.expire_all()
    assert find_profile(session, expert.id).version == 2


def test_a_role_given_twice_is_there_once(session: Session) -> None:
    person, organisation = make_person(session), make_organisation(session)

    for _ in range(2):
        give_role(session, None, person.id, NewRole(organisation.id, Role.MODERATOR), NOON)

    session.expire_all()
    assert [each.role for each in find_person(session, person.id).assignments] == [Role.MEMBER, Role.MODERATOR]


def test_who_is_no_expert_any_more_is_not_listed_and_becomes_one_again_with_the_old_profile(session: Session) -> None:
    expert = make_expert(session)
    organisation_id = expert.assignments[0].organisation_id

    take_role(session, Viewer(), expert.id, expert.assignments[0].id, NOON)

    assert not find_profile(session, expert.id).is_listed
    give_role(session, None, expert.id, NewRole(organisation_id, Role.EXPERT, ExpertGroup.MINISTRY), NOON)
    assert find_profile(session, expert.id).expertise == "Kent de zorgplicht."
    assert session.scalar(select(func.count()).select_from(ExpertProfile)) == 1


def test_a_role_is_taken_from_its_own_person_only(session: Session) -> None:
    person, other = make_person(session), make_person(session)

    with pytest.raises(NotFound):
        take_role(session, Viewer(), other.id, person.assignments[0].id, NOON)


def test_renaming_refuses_an_address_of_someone_else(session: Session) -> None:
    person, other = make_person(session), make_expert(session)

    with pytest.raises(Invalid):
        rename_person(session, None, person.id, "Roos", other.email, NOON)
    rename_person(session, None, other.id, "Xander", other.email.upper(), NOON)

    assert session.get_one(Person, other.id).name == "Xander"
    assert session.info["samenspraak.events"] == [ProfileChanged(other.id)]


def test_accounts_are_found_by_part_of_a_name_or_address_role_and_state(session: Session) -> None:
    make_person(session, Role.COORDINATOR, name="Roos Lessenaar", email="roos@swv.test")
    make_expert(session, name="Xander 100%")
    closed = make_person(session, Role.COORDINATOR, name="Bas Krukje")
    closed.is_active = False

    def names(filters: AccountFilters) -> list[str]:
        return [person.name for person in list_accounts(session, filters, 0, 25)[0]]

    assert names(AccountFilters()) == ["Bas Krukje", "Roos Lessenaar", "Xander 100%"]
    assert names(AccountFilters(text="ROOS@")) == ["Roos Lessenaar"]
    assert names(AccountFilters(text="%")) == ["Xander 100%"]
    assert names(AccountFilters(role=Role.COORDINATOR)) == ["Bas Krukje", "Roos Lessenaar"]
    assert names(AccountFilters(role=Role.COORDINATOR, is_active=True)) == ["Roos Lessenaar"]
    assert list_accounts(session, AccountFilters(), 2, 25)[1] == 3
