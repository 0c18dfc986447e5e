"""Who knows who asked an anonymous question: said for a row and in SQL, and what all others are shown."""

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.kinds import Region, Role, Sector
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.actions.guests import let_in
from samenspraak.questions.anonymity import asker_is_known_to, gives_asker_away, knows_asker, shown_asker
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import find_asker, who_were_told
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON

KNOWS = {
    "visitor": False,
    "peer": False,
    "expert not invited": False,
    "who answered unasked": False,
    "asker": True,
    "colleague of the asker": True,
    "invited expert": True,
    "moderator": True,
}


def anonymous_question(session: Session) -> Question:
    partnership = make_organisation(session, name="Verband Oost", sector=Sector.PRIMARY, holiday_region=Region.NORTH)
    asker = make_person(session, Role.COORDINATOR, organisation=partnership, name="Anna Vrager")
    return make_question(session, asker=asker, visibility=Visibility.PUBLIC, is_anonymous=True)


def people_around(session: Session, question: Question) -> dict[str, Viewer]:
    invited, unasked = make_expert(session), make_expert(session)
    let_in(session, question.id, invited.id, NOON)
    let_in(session, question.id, unasked.id, NOON, knows_asker=False)
    session.flush()
    return {
        "visitor": VISITOR,
        "peer": viewer(make_person(session, Role.COORDINATOR)),
        "expert not invited": viewer(make_expert(session)),
        "who answered unasked": viewer(unasked),
        "asker": viewer(question.asker),
        "colleague of the asker": viewer(make_person(session, organisation=question.organisation)),
        "invited expert": viewer(invited),
        "moderator": viewer(make_person(session, Role.MODERATOR)),
    }


@pytest.mark.parametrize("is_anonymous", [True, False])
def test_row_and_sql_agree_on_who_knows(session: Session, is_anonymous: bool) -> None:  # noqa: FBT001 - a case
    question = anonymous_question(session)
    question.is_anonymous = is_anonymous
    for who, one in people_around(session, question).items():
        in_sql = session.scalar(select(Question.id).where(Question.id == question.id, asker_is_known_to(one)))

        knows = knows_asker(one, question, who_were_told(session, question.id))

        assert knows is (in_sql is not None) is (KNOWS[who] or not is_anonymous), who


def test_who_may_not_know_is_shown_region_and_sector_only(session: Session) -> None:
    question = anonymous_question(session)

    shown = find_asker(session, VISITOR, question)

    assert (shown.name, shown.organisation, shown.code) == (None, None, "")
    assert (shown.region, shown.sector) == (Region.NORTH, Sector.PRIMARY)


def test_the_asker_sees_their_own_name(session: Session) -> None:
    question = anonymous_question(session)

    assert shown_asker(question, is_known=True, with_name=True).name == "Anna Vrager"


def test_who_is_invited_after_answering_is_told(session: Session) -> None:
    question, expert = anonymous_question(session), make_expert(session)
    let_in(session, question.id, expert.id, NOON, knows_asker=False)

    let_in(session, question.id, expert.id, NOON)

    assert who_were_told(session, question.id) == {expert.id}


def test_an_answer_from_the_asking_partnership_would_give_it_away(session: Session) -> None:
    question = anonymous_question(session)
    colleague = make_answer(session, question, author=make_person(session, organisation=question.organisation))
    other = make_answer(session, question)

    assert gives_asker_away(question, colleague)
    assert not gives_asker_away(question, other)
