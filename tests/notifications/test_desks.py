"""Who is told of what happens at a desk: its people, once, and nothing of what few may read in a mail."""

import pytest

from samenspraak.core.db import Session
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from samenspraak.routing.desks.actions import assign, take, take_in
from tests.factories.desks import make_colleague, make_desk
from tests.factories.people import make_person, viewer
from tests.factories.questions import make_question
from tests.notifications.test_handlers import happen, mails, told
from tests.support.site import NOON


@pytest.mark.parametrize("visibility", [Visibility.SIGNED_IN, Visibility.RESTRICTED])
def test_everyone_at_the_desk_is_told_what_arrives_and_one_what_is_given(
    session: Session, visibility: Visibility
) -> None:
    desk = make_desk(session)
    anna, bram = (make_colleague(session, desk, name=name) for name in ("Anna", "Bram"))
    reader = make_person(session, Role.MEMBER, organisation=desk.organisation)
    question = make_question(session, title="Wie geeft de verklaring af?", visibility=visibility, is_anonymous=True)

    case = take_in(session, question, NOON)
    assert case is not None
    happen(session)
    assert told(session, anna) == told(session, bram) == [NoticeKind.ARRIVED_AT_DESK]
    assert told(session, reader) == []
    assign(session, viewer(anna), case.id, bram.id, NOON)
    happen(session)

    assert told(session, bram) == [NoticeKind.ARRIVED_AT_DESK, NoticeKind.ASSIGNED]
    assert told(session, anna) == [NoticeKind.ARRIVED_AT_DESK]
    texts = [mail.subject + mail.text + mail.html for mail in mails(session, bram)]
    assert len(texts) == 2
    assert "Anna gaf u" in texts[1]
    assert "21 maart" in texts[0]
    is_told = visibility is not Visibility.RESTRICTED
    assert [("Wie geeft de verklaring af?" in text) for text in texts] == [is_told, is_told]
    assert question.organisation.title not in "".join(texts)
    assert question.asker.name not in "".join(texts)


def test_who_takes_a_question_is_told_nothing(session: Session) -> None:
    desk = make_desk(session)
    anna = make_colleague(session, desk)
    case = take_in(session, make_question(session), NOON)
    assert case is not None

    take(session, viewer(anna), case.id, NOON)
    happen(session)

    assert told(session, anna) == [NoticeKind.ARRIVED_AT_DESK]
