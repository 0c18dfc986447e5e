"""Visibility says the same three times: for a row, in SQL, and in the index's tokens."""

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import audience_of, is_visible_to, may_see, tokens_of
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.factories.questions import let_in, make_question

EXPECTED = {
    "visitor": {Visibility.PUBLIC},
    "stranger": {Visibility.PUBLIC, Visibility.SIGNED_IN},
    "expert not invited": {Visibility.PUBLIC, Visibility.SIGNED_IN},
    "asker": set(Visibility),
    "colleague of the asker": set(Visibility),
    "guest": set(Visibility),
    "moderator": set(Visibility),
}


@pytest.mark.parametrize("who", EXPECTED)
@pytest.mark.parametrize("visibility", Visibility)
def test_the_three_faces_of_visibility_agree(session: Session, who: str, visibility: Visibility) -> None:
    partnership = make_organisation(session)
    asker = make_person(session, Role.COORDINATOR, organisation=partnership)
    guest = make_expert(session)
    question = make_question(session, asker=asker, visibility=visibility)
    let_in(session, question, guest)
    viewers: dict[str, Viewer] = {
        "visitor": VISITOR,
        "stranger": viewer(make_person(session, Role.COORDINATOR)),
        "expert not invited": viewer(make_expert(session)),
        "asker": viewer(asker),
        "colleague of the asker": viewer(make_person(session, organisation=partnership)),
        "guest": viewer(guest),
        "moderator": viewer(make_person(session, Role.MODERATOR)),
    }
    one = viewers[who]

    in_sql = session.scalar(select(Question.id).where(Question.id == question.id, is_visible_to(one))) is not None
    in_index = bool(tokens_of(one) & set(audience_of(question, [guest.id])))

    assert may_see(one, question, [guest.id]) is in_sql is in_index is (visibility in EXPECTED[who])
