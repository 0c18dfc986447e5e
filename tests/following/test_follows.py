"""Following something: once, only what one may see, and leaving it again."""

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed, NotFound
from samenspraak.core.events import commit, record
from samenspraak.following.actions.follows import follow, unfollow
from samenspraak.following.kinds import Subject
from samenspraak.following.models import Follow
from samenspraak.following.queries.follows import followers_of, follows, follows_theme, list_followed
from samenspraak.following.targets import Target
from samenspraak.people.rules import VISITOR
from samenspraak.questions.events import AnswerGiven
from samenspraak.questions.kinds import Visibility
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON


def test_each_kind_of_thing_can_be_followed_listed_and_left(session: Session) -> None:
    who = viewer(make_person(session))
    question, theme = make_question(session, title="Wie betaalt?"), make_theme(session, "zorg", "Zorgplicht")
    expert, partnership = make_expert(session, name="Iris"), make_organisation(session, name="SWV De Brug")
    targets = [
        Target(Subject.QUESTION, question.id),
        Target(Subject.THEME, theme.id),
        Target(Subject.EXPERT, expert.id),
        Target(Subject.PARTNERSHIP, partnership.id),
    ]

    for target in targets:
        follow(session, who, target, NOON)
        follow(session, who, target, NOON)
        assert follows(session, who, target)
        assert followers_of(session, [target]) == [who.person_id]

    assert follows_theme(session, who, "zorg")
    assert [each.name for each in list_followed(session, who)] == ["Iris", "SWV De Brug", "Wie betaalt?", "Zorgplicht"]
    assert session.scalar(select(func.count()).select_from(Follow)) == 4
    for target in targets:
        unfollow(session, who, target)
    assert list_followed(session, who) == []


def test_what_one_may_not_see_cannot_be_followed_and_is_listed_no_more(session: Session) -> None:
    who = viewer(make_person(session))
    open_now = make_question(session, title="Nu nog open")
    follow(session, who, Target(Subject.QUESTION, open_now.id), NOON)
    hidden = make_question(session, visibility=Visibility.RESTRICTED)
    for target in (
        Target(Subject.QUESTION, hidden.id),
        Target(Subject.THEME, 999_999),
        Target(Subject.EXPERT, make_expert(session, is_listed=False).id),
        Target(Subject.PARTNERSHIP, make_organisation(session, is_active=False).id),
    ):
        with pytest.raises(NotFound):
            follow(session, who, target, NOON)

    open_now.visibility = Visibility.RESTRICTED
    session.flush()

    assert list_followed(session, who) == []


def test_a_visitor_follows_nothing(session: Session) -> None:
    with pytest.raises(NotAllowed):
        follow(session, VISITOR, Target(Subject.THEME, make_theme(session).id), NOON)


def test_who_answers_follows_the_question_and_who_asks_does_not(session: Session) -> None:
    question = make_question(session)
    answer = make_answer(session, question)
    record(session, AnswerGiven(question.id, answer.id, answer.author_id))
    commit(session, WIRING, NOON)

    assert followers_of(session, [Target(Subject.QUESTION, question.id)]) == [answer.author_id]
