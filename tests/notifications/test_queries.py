"""What someone is shown of notices and of what waits: only of questions that they may still see."""

from samenspraak.core.db import Session
from samenspraak.notifications.models import NoticeKind
from samenspraak.notifications.queries.notices import count_unread, list_notices, newest_id
from samenspraak.people.rules import VISITOR
from samenspraak.questions.kinds import Visibility
from tests.factories.notices import make_notice
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import let_in, make_question
from tests.support.site import NOON


def test_a_notice_without_a_question_is_shown_and_counted(session: Session) -> None:
    person = make_person(session)
    make_notice(session, person, None, kind=NoticeKind.PROFILE_TO_CONFIRM)

    assert count_unread(session, viewer(person)) == list_notices(session, viewer(person))[1] == 1


def test_notices_are_listed_newest_first_and_counted_while_unread(session: Session) -> None:
    person, question = make_person(session), make_question(session)
    old = make_notice(session, person, question, read_at=NOON)
    new = make_notice(session, person, question)
    make_notice(session, make_person(session), question)

    notices, total = list_notices(session, viewer(person))

    assert ([notice.id for notice in notices], total) == ([new.id, old.id], 2)
    assert count_unread(session, viewer(person)) == 1
    assert newest_id(session, viewer(person)) == new.id


def test_a_visitor_has_no_inbox(session: Session) -> None:
    make_notice(session, make_person(session), make_question(session))

    assert count_unread(session, VISITOR) == 0


def test_a_notice_of_a_question_that_was_closed_to_someone_is_neither_shown_nor_counted(session: Session) -> None:
    person, guest = make_expert(session), make_expert(session)
    question = make_question(session, visibility=Visibility.RESTRICTED)
    let_in(session, question, guest)
    for each in (person, guest):
        make_notice(session, each, question)

    assert list_notices(session, viewer(person)) == ([], 0)
    assert count_unread(session, viewer(person)) == 0
    assert count_unread(session, viewer(guest)) == 1
