"""What is told of introductions, and that nobody is told how to reach someone who did not agree."""

import pytest
from sqlalchemy import select

from samenspraak.conversations.actions import agree, decline
from samenspraak.core.db import Session
from samenspraak.core.events import commit
from samenspraak.notifications.models import Mail, Notice, NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.wiring import WIRING
from tests.factories.introductions import make_coordinator, make_introduction
from tests.factories.people import make_person, organisation_of, viewer
from tests.factories.questions import let_in, make_question
from tests.support.site import NOON

SECRET = "Kunnen wij praten over ons convenant?"


@pytest.fixture
def pair(session: Session) -> tuple[Person, Person]:
    """Two who coordinate a partnership each."""
    return make_coordinator(session, "SWV De Brug", "Roos"), make_coordinator(session, "SWV De Vlinder", "Sem")


def told(session: Session, person: Person) -> list[tuple[NoticeKind, str]]:
    rows = select(Notice.kind, Notice.actor_name).where(Notice.person_id == person.id).order_by(Notice.id)
    return [(row.kind, row.actor_name) for row in session.execute(rows)]


def mails(session: Session, person: Person) -> list[Mail]:
    return list(session.scalars(select(Mail).where(Mail.recipient == person.email).order_by(Mail.id)))


def test_the_other_is_told_who_wants_to_talk_without_an_address(session: Session, pair: tuple[Person, Person]) -> None:
    one, other = pair
    make_introduction(session, one, other, words=SECRET)
    commit(session, WIRING, NOON)

    assert told(session, other) == [(NoticeKind.INTRODUCTION_PROPOSED, "SWV De Brug")]
    [mail] = mails(session, other)
    assert SECRET in mail.text
    assert one.email not in mail.text + mail.html
    assert (told(session, one), mails(session, one)) == ([], [])


def test_once_both_agreed_each_gets_the_name_and_address_of_the_other(
    session: Session, pair: tuple[Person, Person]
) -> None:
    one, other = pair
    introduction = make_introduction(session, one, other)
    agree(session, viewer(other), introduction.id, NOON)
    commit(session, WIRING, NOON)

    for person, partner in ((one, other), (other, one)):
        mail = mails(session, person)[-1]
        assert partner.email in mail.text
        assert partner.name in mail.text
        assert told(session, person)[-1] == (
            NoticeKind.INTRODUCTION_MADE,
            organisation_of(session, partner).title,
        )


def test_a_moderators_proposal_is_told_to_both_and_to_the_moderator_when_declined(
    session: Session, pair: tuple[Person, Person]
) -> None:
    moderator = make_person(session, Role.MODERATOR, name="Maarten")
    introduction = make_introduction(session, *pair, by=moderator)
    commit(session, WIRING, NOON)

    for person in pair:
        assert told(session, person) == [(NoticeKind.INTRODUCTION_PROPOSED, "Maarten")]
    agree(session, viewer(pair[0]), introduction.id, NOON)
    decline(session, viewer(pair[1]), introduction.id, "Nu niet.", NOON)
    commit(session, WIRING, NOON)
    for person in (moderator, pair[0]):
        assert told(session, person)[-1] == (NoticeKind.INTRODUCTION_DECLINED, "SWV De Vlinder")
    everything = " ".join(mail.text for person in (moderator, *pair) for mail in mails(session, person))
    assert not any(person.email in everything for person in pair)


def test_a_mail_holds_nothing_on_a_restricted_question(session: Session, pair: tuple[Person, Person]) -> None:
    one, other = pair
    question = make_question(session, asker=other, visibility=Visibility.RESTRICTED)
    let_in(session, question, one)
    make_introduction(session, one, other, question_id=question.id, words=SECRET)
    commit(session, WIRING, NOON)

    [mail] = mails(session, other)
    assert SECRET not in mail.text + mail.html
