"""Who is told that an answer is held, signed, or mentions them, and that a question is closed: by the real wiring."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.events import commit
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.actions.closing import close_question, reopen_question
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.actions.holding import hold_answer, release_answer
from samenspraak.questions.actions.signing import ask_to_sign, sign
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.kinds import CloseReason, Standing
from samenspraak.questions.models.answer import Comment
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import let_in, make_answer, make_question
from tests.support.site import NOON

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def asker(session: Session) -> Person:
    return make_person(session, Role.COORDINATOR)


@pytest.fixture
def author(session: Session) -> Person:
    return make_expert(session, name="Ada Auteur")


def told(session: Session, person: Person) -> list[NoticeKind]:
    kinds = select(Notice.kind).where(Notice.person_id == person.id).order_by(Notice.id)
    return [kind for kind in session.scalars(kinds) if kind is not NoticeKind.MOVED_ON]


def test_authors_and_the_asker_hear_that_an_answer_is_held_and_released_each_time(
    session: Session, asker: Person, author: Person
) -> None:
    moderator = viewer(make_person(session, Role.MODERATOR))
    question = make_question(session, asker=asker)
    answer = make_answer(session, question, author=author, standing=Standing.ORGANISATION)
    for number in range(2):
        hold_answer(session, moderator, answer.id, "Namens wie?", NOON + number * MINUTE)
        commit(session, WIRING, NOON + number * MINUTE)
        release_answer(session, moderator, answer.id, NOON)
        commit(session, WIRING, NOON + number * MINUTE)
    for person in (asker, author):
        assert told(session, person) == [NoticeKind.ANSWER_HELD, NoticeKind.ANSWER_RELEASED] * 2


def test_who_is_asked_to_sign_hears_it_and_the_author_hears_who_did(
    session: Session, asker: Person, author: Person
) -> None:
    other = make_expert(session)
    writes, signs = viewer(author), viewer(other)
    answer = make_answer(session, make_question(session, asker=asker), author=author)
    ask_to_sign(session, writes, answer.id, other.id, NOON)
    commit(session, WIRING, NOON)
    sign(session, signs, answer.id, NOON)
    commit(session, WIRING, NOON)
    assert (told(session, other), told(session, author)) == ([NoticeKind.ASKED_TO_SIGN], [NoticeKind.SIGNED])


def test_who_is_mentioned_hears_it_once_and_not_as_a_comment_too(
    session: Session, asker: Person, author: Person
) -> None:
    reader, question = make_person(session), make_question(session, asker=asker)
    answer = make_answer(session, question, author=author)
    comment(session, viewer(reader), question.id, CommentDraft("Klopt dit, @Ada Auteur?", answer.id), NOON)
    commit(session, WIRING, NOON)
    assert (told(session, author), told(session, asker)) == ([NoticeKind.MENTIONED], [NoticeKind.COMMENTED])


def test_of_a_comment_under_a_held_answer_only_those_hear_who_may_read_it(
    session: Session, asker: Person, author: Person
) -> None:
    outsider, question = make_person(session), make_question(session, asker=asker)
    values = {"standing": Standing.ORGANISATION, "held_at": NOON}
    held = make_answer(session, question, author=author, **values)
    said = {"body": "Eerder", "organisation_id": held.organisation_id, "commented_at": NOON}
    session.add(Comment(question_id=question.id, answer_id=held.id, author_id=outsider.id, **said))
    moderator = viewer(make_person(session, Role.MODERATOR))
    comment(session, moderator, question.id, CommentDraft("Namens wie?", held.id), NOON)
    commit(session, WIRING, NOON)
    assert (told(session, author), told(session, outsider)) == ([NoticeKind.COMMENTED], [])


def test_who_was_asked_and_who_answered_hear_that_a_question_is_closed_and_reopened(
    session: Session, asker: Person, author: Person
) -> None:
    guest, stranger, question = make_expert(session), make_expert(session), make_question(session, asker=asker)
    asks = viewer(asker)
    let_in(session, question, guest)
    make_answer(session, question, author=author)
    close_question(session, asks, question.id, CloseReason.NO_LONGER_NEEDED, "", NOON)
    commit(session, WIRING, NOON)
    reopen_question(session, asks, question.id, NOON)
    commit(session, WIRING, NOON)
    for person in (guest, author):
        assert told(session, person) == [NoticeKind.CLOSED, NoticeKind.REOPENED]
    assert told(session, stranger) == told(session, asker) == []
