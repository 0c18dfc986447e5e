"""Whom a comment may mention: on both databases."""

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Comment, Mention
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.mentions import mentions_under, offer, taking_part
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.factories.questions import let_in, make_answer, make_question
from tests.support.site import NOON


@pytest.fixture
def reader(session: Session) -> Viewer:
    return viewer(make_person(session))


def names(session: Session, who: Viewer, question: Question, typed: str = "") -> list[str]:
    return [person.name for person in offer(session, who, question, None, typed)]


def mention(session: Session, who: Viewer, question: Question, text: str, chosen: int | None = None) -> list[int]:
    placed = comment(session, who, question.id, CommentDraft(text, mentions=chosen), NOON)
    mentioned = select(Mention.person_id).where(Mention.comment_id == placed.id).order_by(Mention.person_id)
    return list(session.scalars(mentioned))


def test_listed_experts_are_offered_by_any_word_of_their_name(session: Session, reader: Viewer) -> None:
    question = make_question(session)
    for name, is_listed in (("Jan van Dalen", True), ("Dalia Smit", True), ("Dirk Dalen", False)):
        make_expert(session, name=name, is_listed=is_listed)
    assert names(session, reader, question, "dal") == ["Dalia Smit", "Jan van Dalen"]
    assert names(session, reader, question, "100%") == []


def test_a_name_is_taken_to_its_end_whatever_stands_behind_it(session: Session, reader: Viewer) -> None:
    question = make_question(session)
    short, long = make_expert(session, name="Jan Smit"), make_expert(session, name="Jan Smit de Boer")
    assert mention(session, reader, question, "Dank @Jan Smit, dit helpt.") == [short.id]
    assert mention(session, reader, question, "Wat vindt @Jan Smit de Boer? En @Jan Smit.") == [short.id, long.id]
    comments = session.scalars(select(Comment).where(Comment.question_id == question.id)).all()
    assert [each.name for each in mentions_under(session, question, comments).popitem()[1]] == [
        "Jan Smit de Boer",
        "Jan Smit",
    ]


def test_an_address_is_no_mention(session: Session, reader: Viewer) -> None:
    assert mention(session, reader, make_question(session), "Mail info@school.nl") == []


def test_who_is_not_offered_is_refused_known_or_not(session: Session, reader: Viewer) -> None:
    question = make_question(session)
    make_person(session, name="Mies Elders")
    for text in ("@Mies Elders, wat vindt u?", "@Niemand weet het"):
        with pytest.raises(Invalid) as refusal:
            mention(session, reader, question, text)
        assert (refusal.value.field, refusal.value.reason) == ("body", "cannot-mention")


def test_who_was_chosen_beside_the_text_is_named_in_it(session: Session, reader: Viewer) -> None:
    question, expert = make_question(session), make_expert(session, name="Jan Smit")
    placed = comment(session, reader, question.id, CommentDraft("Klopt dit?", mentions=expert.id), NOON)
    assert placed.body == "@Jan Smit Klopt dit?"
    with pytest.raises(Invalid):
        mention(session, reader, question, "Klopt dit?", make_person(session).id)


def test_a_guest_of_a_restricted_question_is_not_told_who_else_was_asked(session: Session) -> None:
    asker = make_person(session, Role.COORDINATOR, name="Vera Vrager")
    question = make_question(session, asker=asker, visibility=Visibility.RESTRICTED)
    guest, another = make_expert(session, name="Gast Een"), make_expert(session, name="Gast Twee")
    make_expert(session, name="Gast Niet")
    asks, reads = viewer(asker), viewer(guest)
    for person in (guest, another):
        let_in(session, question, person)
    assert names(session, reads, question, "gast") == []
    assert names(session, reads, question, "vera") == ["Vera Vrager"]
    assert names(session, asks, question, "gast") == ["Gast Een", "Gast Twee"]


def test_who_asked_anonymously_and_their_colleagues_are_not_offered_for_that(session: Session, reader: Viewer) -> None:
    partnership = make_organisation(session)
    asker = make_person(session, Role.COORDINATOR, organisation=partnership, name="Vera Vrager")
    colleague = make_person(session, organisation=partnership, name="Vera Collega")
    own = viewer(colleague)
    question = make_question(session, asker=asker, is_anonymous=True)
    comment(session, own, question.id, CommentDraft("Wij ook."), NOON)
    for who in (reader, own, viewer(make_person(session, Role.MODERATOR))):
        assert names(session, who, question, "vera") == []
        assert list(taking_part(session, who, question)) == []


def test_under_a_held_answer_only_those_are_offered_who_may_read_it(session: Session) -> None:
    author, outsider = make_expert(session, name="Ada Auteur"), make_expert(session, name="Otto Buiten")
    moderator = make_person(session, Role.MODERATOR, name="Mo Derator")
    question = make_question(session)
    held = make_answer(session, question, author=author, standing=Standing.ORGANISATION, held_at=NOON)
    who = viewer(moderator)
    assert [person.name for person in offer(session, who, question, held, "ada")] == ["Ada Auteur"]
    assert offer(session, who, question, held, "otto") == []
    assert names(session, who, question, "otto") == [outsider.name]


def test_who_takes_part_is_offered_first_but_for_who_looks(session: Session) -> None:
    question, author = make_question(session), make_person(session, name="Ada Auteur")
    make_answer(session, question, author=author)
    writes: Person = make_person(session, name="Willem")
    who = viewer(writes)
    comment(session, who, question.id, CommentDraft("Dank."), NOON)
    assert [person.name for person in taking_part(session, who, question)] == ["Ada Auteur"]
