"""Who knows who asked an anonymous question: said for a row and in SQL, and what all others are shown."""

import dataclasses

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.kinds import Region, Role, Sector
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.actions.asking import ask_question
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.actions.guests import let_in
from samenspraak.questions.actions.revealing import names_one_of, reveal_asker
from samenspraak.questions.anonymity import asker_is_known_to, gives_asker_away, knows_asker, shown_asker
from samenspraak.questions.documents import question_documents
from samenspraak.questions.drafts import CommentDraft, QuestionDraft
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import find_asker, who_were_told
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import voices_for
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, organisation_of, viewer
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


def test_nobody_answers_an_anonymous_question_from_the_partnership_that_asked(session: Session) -> None:
    question = anonymous_question(session)
    colleague = viewer(make_expert(session, organisation=question.organisation))

    assert voices_for(session, colleague, question) == ()
    assert voices_for(session, viewer(make_expert(session)), question) != ()


def test_an_asker_makes_themselves_known_and_there_is_no_way_back(session: Session) -> None:
    question = anonymous_question(session)
    asker, other, version = viewer(question.asker), viewer(make_person(session, Role.COORDINATOR)), question.version

    with pytest.raises(NotAllowed):
        reveal_asker(session, other, question.id)
    reveal_asker(session, asker, question.id)
    session.refresh(question, ["is_anonymous", "version"])

    assert (question.is_anonymous, question.version) == (False, version + 1)
    assert find_asker(session, other, find_question(session, other, question.id)).name == "Anna Vrager"


def test_the_index_has_no_organisation_of_an_anonymous_question(session: Session) -> None:
    question = anonymous_question(session)

    [document] = question_documents(session, [question.id])

    assert document.organisation is None


@pytest.mark.parametrize(
    ("field", "text"),
    [("title", "Vraag van Verband Oost"), ("body", "Groet, ANNA VRAGER."), ("body", "Wij (verband oost) weten niet")],
)
def test_a_text_that_names_who_asks_cannot_be_asked_anonymously(session: Session, field: str, text: str) -> None:
    asker = anonymous_question(session).asker
    written = {"title": "Wie betaalt?", "body": "Wij weten het niet."} | {field: text}
    draft = QuestionDraft(
        title=written["title"],
        body=written["body"],
        theme_ids=(make_theme(session).id,),
        sector=Sector.PRIMARY,
        visibility=Visibility.PUBLIC,
        organisation_id=organisation_of(session, asker).id,
        is_anonymous=True,
    )
    who = viewer(asker)

    with pytest.raises(Invalid) as refused:
        ask_question(session, who, draft, NOON)
    assert refused.value.field == field
    assert ask_question(session, who, dataclasses.replace(draft, is_anonymous=False), NOON).id


@pytest.mark.parametrize("text", ["Oost west, thuis best", "Anna vroeg het", "vermogensverband oostelijk"])
def test_words_that_are_no_name_of_the_asker_are_free(text: str) -> None:
    assert not names_one_of(text, ["Verband Oost", "Anna Vrager", ""])


def test_who_knows_cannot_name_the_asker_and_who_does_not_is_told_nothing(session: Session) -> None:
    question = anonymous_question(session)
    people = people_around(session, question)
    said = CommentDraft("Dank, Verband Oost.")

    for who in ("asker", "colleague of the asker", "invited expert", "moderator"):
        with pytest.raises(Invalid, match="names-hidden-asker"):
            comment(session, people[who], question.id, said, NOON)
    assert comment(session, people["peer"], question.id, said, NOON).id
