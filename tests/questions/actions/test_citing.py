"""What an answer rests on, and what happens when that changes."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.core.events import settle
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import VISITOR
from samenspraak.questions.actions.citing import keep_citations
from samenspraak.questions.actions.reviewing_citations import finish_reviews
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.citation import AnswerCitation
from samenspraak.questions.queries.citation_reviews import count_open_reviews, list_open_reviews
from samenspraak.questions.queries.citing import cited_in
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_organisation, make_person
from tests.factories.questions import make_answer, make_question
from tests.factories.sources import FIRST_TEXT, LOADED, SECOND_DAY, SECOND_TEXT, make_statute


def cite(session: Session, body: str, **question: object) -> tuple[Person, Answer]:
    author = make_expert(session)
    answer = make_answer(session, make_question(session, **question), author=author, body=body)
    keep_citations(session, answer, is_new=True)
    session.flush()
    return author, answer


def cited(session: Session) -> list[tuple[str, str]]:
    rows = session.execute(select(AnswerCitation.article, AnswerCitation.paragraph).order_by(AnswerCitation.id))
    return [(row.article, row.paragraph) for row in rows]


def renew(session: Session, text: str = SECOND_TEXT, day: dt.date = SECOND_DAY) -> None:
    make_statute(session, text, valid_from=day)
    settle(session, WIRING, LOADED)


def test_an_edit_keeps_the_version_of_what_stays_and_follows_the_rest(session: Session) -> None:
    make_statute(session)
    _author, answer = cite(session, "Zie art. 18a lid 3 WPO en art. 40 WPO. En art. 99 WPO.")
    assert cited(session) == [("18a", "3"), ("40", "")]
    answer.body = "Zie art. 18a lid 3 en art. 18a lid 1 WPO."
    keep_citations(session, answer)
    assert cited(session) == [("18a", "3"), ("18a", "1")]


@pytest.mark.parametrize(
    ("body", "listed"),
    [("art. 18a lid 3 WPO", 1), ("art. 18a WPO", 1), ("art. 18a lid 1 WPO", 0), ("art. 40 WPO", 0)],
)
def test_only_what_cites_the_changed_text_is_listed(session: Session, body: str, listed: int) -> None:
    make_statute(session)
    author, _answer = cite(session, body)
    renew(session)
    assert count_open_reviews(session) == listed
    told = session.scalars(select(Notice).where(Notice.kind == NoticeKind.SOURCE_CHANGED)).all()
    assert [(each.person_id, each.actor_name) for each in told] == [(author.id, "WPO")] * listed


def test_a_text_that_is_again_what_it_was_asks_nothing(session: Session) -> None:
    make_statute(session)
    cite(session, "art. 18a lid 3 WPO")
    renew(session)
    renew(session, FIRST_TEXT, SECOND_DAY + dt.timedelta(days=9))
    assert count_open_reviews(session) == 0


def test_two_changes_are_one_line_that_compares_with_what_the_author_read(session: Session) -> None:
    make_statute(session)
    cite(session, "art. 18a lid 3 WPO")
    renew(session)
    renew(session, FIRST_TEXT.replace("vier jaar", "een jaar"), SECOND_DAY + dt.timedelta(days=9))
    (review,) = list_open_reviews(session)
    assert (review.old, review.new) == ("Het plan geldt vier jaar.", "Het plan geldt een jaar.")


def test_a_moderator_finishes_it_once_and_others_may_not(session: Session) -> None:
    make_statute(session)
    cite(session, "art. 18a lid 3 WPO")
    renew(session)
    (review,) = list_open_reviews(session)
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY, name="Ministerie")
    moderator = viewer_of(make_person(session, Role.MODERATOR, organisation=ministry))
    with pytest.raises(NotAllowed):
        finish_reviews(session, VISITOR, [review.id], LOADED)
    assert finish_reviews(session, moderator, [review.id], LOADED) == 1
    assert finish_reviews(session, moderator, [review.id], LOADED) == 0
    renew(session, FIRST_TEXT, SECOND_DAY + dt.timedelta(days=9))
    assert count_open_reviews(session) == 1


def test_where_something_is_cited_is_told_only_to_who_may_read_it(session: Session) -> None:
    source = make_statute(session)
    author, _hidden = cite(session, "art. 18a WPO", visibility=Visibility.RESTRICTED)
    _other, shown = cite(session, "art. 18a lid 3 WPO", visibility=Visibility.PUBLIC)
    assert [each.answer_id for each in cited_in(session, VISITOR, source.id, "18a")] == [shown.id]
    assert author
