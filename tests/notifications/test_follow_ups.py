"""Who hears of a follow-up question."""

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.core.events import commit
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.questions.actions.asking import ask_question
from samenspraak.questions.drafts import QuestionDraft
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.follow_ups import follow_ups_of, origin_of
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_person, make_theme, organisation_of, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON


def follow_up(session: Session, origin: Question, asker: Person, visibility: Visibility) -> Question:
    draft = QuestionDraft(
        "En daarna?",
        "Hoe nu verder?",
        (make_theme(session).id,),
        Sector.PRIMARY,
        visibility,
        organisation_of(session, asker).id,
        origin_id=origin.id,
    )
    question = ask_question(session, viewer(asker), draft, NOON)
    commit(session, WIRING, NOON)
    return question


def told(session: Session, person: Person) -> list[NoticeKind]:
    return list(session.scalars(select(Notice.kind).where(Notice.person_id == person.id)))


def test_who_asked_and_who_answered_hear_of_a_follow_up(session: Session) -> None:
    origin, expert, peer = make_question(session), make_expert(session), make_person(session, Role.COORDINATOR)
    first, second = origin.asker, viewer(expert)
    make_answer(session, origin, author=expert)

    question = follow_up(session, origin, peer, Visibility.SIGNED_IN)

    assert told(session, first) == told(session, expert) == [NoticeKind.FOLLOWED_UP]
    assert NoticeKind.FOLLOWED_UP not in told(session, peer)
    [row] = follow_ups_of(session, second, origin.id)
    back = origin_of(session, second, question)
    assert (row.id, back.id if back else None) == (question.id, origin.id)


def test_a_restricted_follow_up_is_linked_and_told_to_nobody_outside(session: Session) -> None:
    origin, expert, peer = make_question(session), make_expert(session), make_person(session, Role.COORDINATOR)
    outside = viewer(expert)
    make_answer(session, origin, author=expert)

    follow_up(session, origin, peer, Visibility.RESTRICTED)

    assert told(session, expert) == []
    assert list(follow_ups_of(session, outside, origin.id)) == []


def test_nobody_follows_up_what_they_cannot_see(session: Session) -> None:
    origin = make_question(session, visibility=Visibility.RESTRICTED)

    with pytest.raises(Invalid):
        follow_up(session, origin, make_person(session, Role.COORDINATOR), Visibility.SIGNED_IN)
