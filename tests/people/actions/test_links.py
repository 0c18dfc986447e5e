"""Links by mail: hashed, used once, for a time."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotFound, TooMany
from samenspraak.core.tokens import hash_token
from samenspraak.people.actions.accounts import NewAccount, close_account, invite_person, send_link_again
from samenspraak.people.actions.links import ask_for_link, open_account, send_link_asked_for
from samenspraak.people.actions.sessions import sign_in
from samenspraak.people.events import AccountLinkMade, LinkAskedFor
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import AccountLink, LinkPurpose
from samenspraak.people.queries.links import person_of_link
from samenspraak.people.queries.viewers import viewer_of_session
from samenspraak.people.rules import Viewer
from tests.factories.accounts import ORIGIN, PASSWORD, make_account, make_link_for
from tests.factories.people import make_organisation
from tests.support.site import NOON

NEW = "vier geiten op de dijk"


def told(session: Session) -> list[AccountLinkMade]:
    return [event for event in session.info.get("samenspraak.events", []) if isinstance(event, AccountLinkMade)]


def invite(session: Session, email: str = "nieuw@swv.test") -> None:
    organisation = make_organisation(session)
    invite_person(session, None, NewAccount("Nieuw Iemand", email, organisation.id, Role.COORDINATOR), NOON)


def test_an_invitation_tells_its_token_and_keeps_the_hash(session: Session) -> None:
    invite(session)

    link, (event,) = session.scalars(select(AccountLink)).one(), told(session)
    assert link.token_hash == hash_token(event.token) != event.token
    assert event.purpose == link.purpose == LinkPurpose.INVITATION
    assert link.expires_at == NOON + dt.timedelta(days=14)


def test_an_account_opens_once_and_signs_its_owner_in(session: Session) -> None:
    invite(session)
    (event,) = told(session)

    token, viewer = open_account(session, event.token, NEW, ORIGIN, NOON, 12)

    assert viewer.name == "Nieuw Iemand"
    assert viewer_of_session(session, token, NOON) == viewer
    assert sign_in(session, "nieuw@swv.test", NEW, ORIGIN, NOON, 12)
    with pytest.raises(NotFound):
        open_account(session, event.token, "nog een ander wachtwoord", ORIGIN, NOON, 12)


def test_looking_does_not_use_a_link_up(session: Session) -> None:
    person = make_account(session)
    token = make_link_for(session, person)

    for _ in range(3):
        assert person_of_link(session, token, NOON) is person


def test_a_weak_password_leaves_the_link_as_it_was(session: Session) -> None:
    person = make_account(session)
    token = make_link_for(session, person)

    with pytest.raises(Invalid) as refused:
        open_account(session, token, "wachtwoord123", ORIGIN, NOON, 12)

    assert refused.value.reason == "password-well-known"
    assert open_account(session, token, NEW, ORIGIN, NOON, 12)


def test_a_link_ends_at_its_moment(session: Session) -> None:
    person = make_account(session)
    token = make_link_for(session, person, LinkPurpose.PASSWORD_RESET)
    end = NOON + dt.timedelta(hours=1)

    assert person_of_link(session, token, end - dt.timedelta(seconds=1))
    assert person_of_link(session, token, end) is None
    with pytest.raises(NotFound):
        open_account(session, token, NEW, ORIGIN, end, 12)


def test_a_closed_account_does_not_open(session: Session) -> None:
    person = make_account(session)
    token = make_link_for(session, person)
    close_account(session, Viewer(), person.id, "Op verzoek", NOON)

    assert person_of_link(session, token, NOON) is None
    with pytest.raises(NotFound):
        open_account(session, token, NEW, ORIGIN, NOON, 12)


def test_a_new_password_ends_all_sessions_and_all_other_links(session: Session) -> None:
    person = make_account(session)
    before, _ = sign_in(session, person.email, PASSWORD, ORIGIN, NOON, 12)
    used, other = make_link_for(session, person), make_link_for(session, person)

    open_account(session, used, NEW, ORIGIN, NOON, 12)

    assert viewer_of_session(session, before, NOON) is None
    assert person_of_link(session, other, NOON) is None


def test_asking_says_the_same_whether_the_address_is_known(session: Session) -> None:
    person = make_account(session)

    ask_for_link(session, f" {person.email.upper()}", ORIGIN, NOON)
    ask_for_link(session, "niemand@swv.test", ORIGIN, NOON)

    at = NOON.isoformat()
    events = session.info["samenspraak.events"]
    assert events == [LinkAskedFor(person.email, at), LinkAskedFor("niemand@swv.test", at)]


def test_a_new_link_makes_the_earlier_one_useless(session: Session) -> None:
    person = make_account(session)
    later = NOON + dt.timedelta(minutes=1)
    send_link_asked_for(session, person.email, NOON, NOON)
    send_link_asked_for(session, person.email, later, later)

    first, second = told(session)
    assert first.purpose == LinkPurpose.PASSWORD_RESET
    assert person_of_link(session, first.token, NOON) is None
    assert person_of_link(session, second.token, NOON + dt.timedelta(minutes=60)) is person


def test_what_was_asked_for_once_is_sent_once_also_when_carried_out_twice(session: Session) -> None:
    person = make_account(session)

    for minutes in (1, 2):
        send_link_asked_for(session, person.email, NOON, NOON + dt.timedelta(minutes=minutes))

    assert len(told(session)) == 1


def test_an_unknown_address_and_a_closed_account_get_no_link(session: Session) -> None:
    closed = make_account(session)
    closed.is_active = False

    send_link_asked_for(session, "niemand@swv.test", NOON, NOON)
    send_link_asked_for(session, closed.email, NOON, NOON)

    assert told(session) == []


@pytest.mark.parametrize("who", ["known", "unknown"])
def test_the_sixth_request_in_a_day_is_too_many_for_known_and_unknown(session: Session, who: str) -> None:
    email = make_account(session).email if who == "known" else "niemand@swv.test"
    for _ in range(5):
        ask_for_link(session, email, ORIGIN, NOON)

    with pytest.raises(TooMany):
        ask_for_link(session, email, ORIGIN, NOON + dt.timedelta(hours=23))
    ask_for_link(session, email, ORIGIN, NOON + dt.timedelta(hours=24))


def test_a_link_sent_again_invites_until_the_account_was_opened(session: Session) -> None:
    invite(session)
    person_id = told(session)[0].person_id

    send_link_again(session, None, person_id, NOON)
    open_account(session, told(session)[-1].token, NEW, ORIGIN, NOON, 12)
    send_link_again(session, None, person_id, NOON)

    assert [event.purpose for event in told(session)] == ["invitation", "invitation", "password_reset"]
