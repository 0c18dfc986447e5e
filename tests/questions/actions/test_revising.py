"""Which edits become versions, which have to say why, and putting a version back: on both databases."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.actions.editing import edit_answer, edit_question
from samenspraak.questions.actions.restoring import restore_answer, restore_question
from samenspraak.questions.actions.revising import keep_text
from samenspraak.questions.actions.voting import vote_helpful
from samenspraak.questions.drafts import CommentDraft, QuestionDraft
from samenspraak.questions.edits import SMALL_EDIT, AnswerEdit
from samenspraak.questions.events import TextRevised
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer, CoAuthor, EarlierText
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.revisions import present_text, text_of, versions_of
from tests.factories.people import make_expert, make_person, make_theme, organisation_of, viewer
from tests.factories.questions import make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON

SOON, LATER = NOON + dt.timedelta(minutes=4), NOON + dt.timedelta(minutes=6)


@pytest.fixture
def writer(session: Session) -> Person:
    return make_expert(session)


@pytest.fixture
def author(writer: Person) -> Viewer:
    return viewer(writer)


@pytest.fixture
def answer(session: Session, writer: Person) -> Answer:
    """An answer that was given at noon."""
    return make_answer(session, make_question(session), author=writer, body="Een.", answered_at=NOON)


def say(session: Session, who: Viewer, answer: Answer, body: str, now: dt.datetime, reason: str = "") -> None:
    edit = AnswerEdit(body, answer.standing, answer.valid_until, answer.basis, reason)
    edit_answer(session, who, answer.id, edit, answer.sign, now)


def bodies(session: Session) -> list[str]:
    return list(session.scalars(select(EarlierText.body).order_by(EarlierText.id)))


def test_an_edit_within_five_minutes_is_no_version(session: Session, author: Viewer, answer: Answer) -> None:
    say(session, author, answer, "Twee.", SOON)
    assert (answer.body, answer.edited_at, bodies(session)) == ("Twee.", None, [])
    assert not any(isinstance(event, TextRevised) for event in recorded(session))


def test_five_minutes_count_from_the_version_not_from_its_last_small_edit(
    session: Session, author: Viewer, answer: Answer
) -> None:
    say(session, author, answer, "Twee.", SOON)
    say(session, author, answer, "Drie.", NOON + SMALL_EDIT)
    assert bodies(session) == ["Twee."]
    assert TextRevised(answer.question_id, answer.id, author.person_id) in recorded(session)


def test_a_small_edit_after_a_version_goes_into_that_version_with_its_reason(
    session: Session, author: Viewer, answer: Answer
) -> None:
    say(session, author, answer, "Twee.", LATER)
    say(session, author, answer, "Drie.", LATER + dt.timedelta(minutes=1), "Typefout")
    present, first = versions_of(session, answer)
    assert (present.number, present.reason, first.reason) == (2, "Typefout", "")
    assert text_of(session, answer, first.id).body == "Een."


def test_what_someone_else_commented_on_or_voted_for_is_a_version(
    session: Session, author: Viewer, answer: Answer
) -> None:
    other = viewer(make_person(session))
    comment(session, other, answer.question_id, CommentDraft("Dank.", answer.id), SOON)
    say(session, author, answer, "Twee.", SOON)
    vote_helpful(session, other, answer.id, SOON)
    say(session, author, answer, "Drie.", SOON)
    assert bodies(session) == ["Een.", "Twee."]


def test_ones_own_comment_makes_no_version(session: Session, author: Viewer, answer: Answer) -> None:
    comment(session, author, answer.question_id, CommentDraft("Let op.", answer.id), SOON)
    say(session, author, answer, "Twee.", SOON)
    assert bodies(session) == []


def test_an_edit_by_another_author_is_a_version(session: Session, answer: Answer) -> None:
    person = make_expert(session)
    second = viewer(person)
    signed = {"organisation_id": organisation_of(session, person).id, "asked_at": NOON, "agreed_at": NOON}
    session.add(CoAuthor(answer_id=answer.id, person_id=person.id, **signed))
    session.flush()
    say(session, second, answer, "Twee.", SOON)
    assert versions_of(session, answer)[0].by.person_id == person.id


def test_a_question_that_was_answered_keeps_what_was_answered(session: Session) -> None:
    asker, theme = make_person(session, Role.COORDINATOR), make_theme(session)
    question = make_question(session, asker=asker, themes=[theme], asked_at=NOON)
    make_answer(session, question, answered_at=SOON)
    edit_question(session, viewer(asker), question.id, draft_of(question, body="Anders."), question.sign, SOON)
    assert bodies(session) == ["De passende plek is ver weg."]


def test_a_change_of_what_people_rely_on_says_why(session: Session, writer: Person, author: Viewer) -> None:
    answer = make_answer(session, make_question(session), author=writer, accepted=True)
    with pytest.raises(Invalid) as refusal:
        say(session, author, answer, "Anders.", LATER)
    assert refusal.value.field == "reason"
    say(session, author, answer, "Anders.", LATER, "De wet is gewijzigd")
    assert versions_of(session, answer)[0].reason == "De wet is gewijzigd"


def test_a_change_of_the_position_of_the_ministry_says_why(session: Session, author: Viewer, answer: Answer) -> None:
    answer.standing = Standing.MINISTRY
    with pytest.raises(Invalid):
        keep_text(session, answer, author.person_id or 0, " ", LATER)
    assert keep_text(session, answer, author.person_id or 0, "Nieuwe wet", LATER)


def test_what_was_no_position_of_the_ministry_is_not_put_back_as_one(
    session: Session, author: Viewer, answer: Answer
) -> None:
    say(session, author, answer, "Twee.", LATER)
    answer.standing = Standing.MINISTRY
    session.flush()
    first, moderator = versions_of(session, answer)[-1].id or 0, viewer(make_person(session, Role.MODERATOR))
    for who in (author, moderator):
        with pytest.raises(Invalid):
            restore_answer(session, who, answer.id, first, "Terug", answer.sign, LATER)


def test_what_was_accepted_has_no_small_edits(session: Session, writer: Person, author: Viewer) -> None:
    answer = make_answer(session, make_question(session), author=writer, accepted=True, answered_at=NOON)
    say(session, author, answer, "Anders.", SOON, "Typefout")
    assert len(bodies(session)) == 1


def test_versions_tell_who_wrote_them_when_and_why(session: Session, author: Viewer, answer: Answer) -> None:
    say(session, author, answer, "Twee.", LATER, "Vollediger")
    present, first = versions_of(session, answer)
    assert (first.number, first.at, first.by.name, first.reason) == (1, NOON, author.name, "")
    assert (present.number, present.at, present.by.name, present.reason) == (2, LATER, author.name, "Vollediger")


TEXT = st.text(alphabet="ab .\n", min_size=1, max_size=30)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, min_size=2, max_size=5), place=st.integers(0, 4))
def test_putting_back_gives_exactly_the_text_of_then(session: Session, texts: list[str], place: int) -> None:
    writer = make_expert(session)
    author = viewer(writer)
    answer = make_answer(session, make_question(session), author=writer, body=texts[0], answered_at=NOON)
    for number, text in enumerate(texts[1:], start=1):
        say(session, author, answer, text, NOON + number * dt.timedelta(hours=1))
    earlier = [version for version in versions_of(session, answer) if version.id is not None]
    if not earlier:
        return
    wanted = earlier[place % len(earlier)]
    text = text_of(session, answer, wanted.id)
    restore_answer(session, author, answer.id, wanted.id or 0, "Terug", answer.sign, LATER + dt.timedelta(days=1))
    assert present_text(answer) == text


def test_putting_back_is_a_new_version_even_at_once(session: Session, author: Viewer, answer: Answer) -> None:
    say(session, author, answer, "Twee.", LATER)
    first = versions_of(session, answer)[-1]
    restore_answer(session, author, answer.id, first.id or 0, "Toch beter", answer.sign, LATER)
    assert [version.number for version in versions_of(session, answer)] == [3, 2, 1]
    assert versions_of(session, answer)[0].reason == "Toch beter"
    assert bodies(session) == ["Een.", "Twee."]


def test_a_question_gets_its_title_text_and_themes_back(session: Session) -> None:
    asker, first, second = make_person(session, Role.COORDINATOR), make_theme(session), make_theme(session)
    question = make_question(session, asker=asker, themes=[first])
    draft = draft_of(question, title="Anders?", body="Anders.", theme_ids=(second.id,))
    edit_question(session, viewer(asker), question.id, draft, question.sign, NOON)
    moderator = make_person(session, Role.MODERATOR)
    earlier = versions_of(session, question)[-1]
    restore_question(session, viewer(moderator), question.id, earlier.id or 0, "Vergissing", question.sign, LATER)
    assert (question.title, question.body) == ("Wie betaalt het vervoer?", "De passende plek is ver weg.")
    assert [theme.id for theme in question.themes] == [first.id]
    assert versions_of(session, question)[0].by.person_id == moderator.id


def test_putting_back_leaves_the_standing(session: Session, author: Viewer, answer: Answer) -> None:
    say(session, author, answer, "Twee.", LATER)
    answer.standing = Standing.ORGANISATION
    session.flush()
    restore_answer(session, author, answer.id, versions_of(session, answer)[-1].id or 0, "x", answer.sign, LATER)
    assert (answer.body, answer.standing) == ("Een.", Standing.ORGANISATION)


def test_only_authors_and_moderators_put_back_and_always_say_why(
    session: Session, author: Viewer, answer: Answer
) -> None:
    say(session, author, answer, "Twee.", LATER)
    first = versions_of(session, answer)[-1].id or 0
    with pytest.raises(NotAllowed):
        restore_answer(session, viewer(make_expert(session)), answer.id, first, "Zomaar", answer.sign, LATER)
    with pytest.raises(Invalid):
        restore_answer(session, author, answer.id, first, " ", answer.sign, LATER)
    with pytest.raises(Conflict):
        restore_answer(session, author, answer.id, first, "Te laat", "oud", LATER)


def test_a_version_of_something_else_is_not_there(
    session: Session, writer: Person, author: Viewer, answer: Answer
) -> None:
    other = make_answer(session, make_question(session), author=writer, answered_at=NOON)
    say(session, author, other, "Twee.", LATER)
    first = versions_of(session, other)[-1].id or 0
    with pytest.raises(NotFound):
        restore_answer(session, author, answer.id, first, "Mis", answer.sign, LATER)


def test_keeping_tells_whether_it_made_a_version(session: Session, author: Viewer, answer: Answer) -> None:
    assert keep_text(session, answer, author.person_id or 0, "", SOON) is False
    assert keep_text(session, answer, author.person_id or 0, "", SOON, always=True) is True


def draft_of(question: Question, **values: object) -> QuestionDraft:
    said = {
        "title": question.title,
        "body": question.body,
        "theme_ids": tuple(theme.id for theme in question.themes),
        "sector": question.sector,
        "visibility": question.visibility,
        "organisation_id": question.organisation_id,
    }
    return QuestionDraft(**{**said, **values})
