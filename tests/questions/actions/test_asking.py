"""Asking and changing a question, on both databases."""

import dataclasses
import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session, SessionFactory
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.people.kinds import Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.people.rules import VISITOR
from samenspraak.questions.actions.asking import ask_question
from samenspraak.questions.actions.editing import edit_question
from samenspraak.questions.drafts import QuestionDraft
from samenspraak.questions.events import QuestionAsked, QuestionChanged, TextRevised
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import EarlierText
from samenspraak.questions.models.question import Question
from samenspraak.themes.models import Theme
from tests.factories.people import make_organisation, make_person, make_theme, viewer
from tests.factories.questions import make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON


@pytest.fixture
def asker(session: Session) -> Person:
    return make_person(session, Role.COORDINATOR)


@pytest.fixture
def theme(session: Session) -> Theme:
    return make_theme(session)


def draft_of(asker: Person, *themes: Theme, **values: object) -> QuestionDraft:
    draft = QuestionDraft(
        title="Wie betaalt het vervoer?",
        body="De plek is ver weg.",
        theme_ids=tuple(theme.id for theme in themes),
        sector=Sector.PRIMARY,
        visibility=Visibility.SIGNED_IN,
        organisation_id=asker.assignments[0].organisation_id,
        wished_by=dt.date(2013, 3, 20),
        submission="sleutel",
    )
    return dataclasses.replace(draft, **values)


def count(session: Session) -> int:
    return session.scalar(select(func.count(Question.id))) or 0


def test_a_question_is_posted_with_all_that_was_written(session: Session, asker: Person, theme: Theme) -> None:
    draft = draft_of(asker, theme)
    question = ask_question(session, viewer(asker), draft, NOON)
    assert (question.title, question.body, question.sector) == (draft.title, draft.body, draft.sector)
    assert (question.visibility, question.wished_by, question.asked_at) == (draft.visibility, draft.wished_by, NOON)
    assert [each.id for each in question.themes] == [theme.id]
    assert recorded(session) == [QuestionAsked(question.id)]


def test_the_same_submission_asks_once_and_tells_once(session: Session, asker: Person, theme: Theme) -> None:
    first = ask_question(session, viewer(asker), draft_of(asker, theme), NOON)
    again = ask_question(session, viewer(asker), draft_of(asker, theme), NOON)
    assert again is first
    assert count(session) == 1
    assert len(recorded(session)) == 1


def test_the_same_text_under_another_key_asks_twice(session: Session, asker: Person, theme: Theme) -> None:
    ask_question(session, viewer(asker), draft_of(asker, theme), NOON)
    ask_question(session, viewer(asker), draft_of(asker, theme, submission="andere sleutel"), NOON)
    assert count(session) == 2


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_a_coordinator_asks(session: Session, theme: Theme, role: Role) -> None:
    someone = make_person(session, role)
    with pytest.raises(NotAllowed):
        ask_question(session, viewer(someone), draft_of(someone, theme), NOON)


def test_a_visitor_does_not_ask(session: Session, asker: Person, theme: Theme) -> None:
    with pytest.raises(NotAllowed):
        ask_question(session, VISITOR, draft_of(asker, theme), NOON)


def test_nobody_asks_for_a_partnership_of_others(session: Session, asker: Person, theme: Theme) -> None:
    elsewhere = make_organisation(session)
    with pytest.raises(NotAllowed):
        ask_question(session, viewer(asker), draft_of(asker, theme, organisation_id=elsewhere.id), NOON)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"theme_ids": ()}, "themes"),
        ({"theme_ids": (987654,)}, "themes"),
        ({"wished_by": dt.date(2013, 3, 13)}, "wished_by"),
    ],
)
def test_what_breaks_a_rule_is_refused_at_its_field(
    session: Session, asker: Person, theme: Theme, values: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        ask_question(session, viewer(asker), draft_of(asker, theme, **values), NOON)
    assert refusal.value.field == field
    assert count(session) == 0


def test_a_change_keeps_the_earlier_text_and_says_when(session: Session, asker: Person, theme: Theme) -> None:
    question = make_question(session, asker=asker, themes=[theme])
    asked_at, version = question.asked_at, question.version
    edit_question(session, viewer(asker), question.id, draft_of(asker, theme, body="Nieuw."), question.sign, NOON)
    kept = session.scalars(select(EarlierText)).one()
    assert (kept.title, kept.body) == ("Wie betaalt het vervoer?", "De passende plek is ver weg.")
    assert (kept.written_at, kept.replaced_at, kept.replaced_by_id) == (asked_at, NOON, asker.id)
    assert (question.body, question.edited_at, question.version) == ("Nieuw.", NOON, version + 1)
    assert recorded(session) == [TextRevised(question.id, None, asker.id), QuestionChanged(question.id)]


def test_a_change_of_themes_alone_is_a_version_too(session: Session, asker: Person, theme: Theme) -> None:
    question = make_question(session, asker=asker, themes=[theme])
    other = make_theme(session)
    draft = draft_of(asker, other, body=question.body)
    edit_question(session, viewer(asker), question.id, draft, question.sign, NOON)
    assert [each.id for each in question.themes] == [other.id]
    assert session.scalars(select(EarlierText)).one().theme_labels == [theme.label]


def test_a_change_of_what_changed_meanwhile_is_refused_and_changes_nothing(
    session: Session, asker: Person, theme: Theme
) -> None:
    question = make_question(session, asker=asker, themes=[theme])
    first, later = (draft_of(asker, theme, body=body) for body in ("Eerst.", "Later."))
    opened_on, who = question.sign, viewer(asker)
    edit_question(session, who, question.id, first, opened_on, NOON)
    with pytest.raises(Conflict):
        edit_question(session, who, question.id, later, opened_on, NOON)
    assert question.body == "Eerst."


def test_an_answer_that_comes_meanwhile_is_no_conflict(session: Session, asker: Person, theme: Theme) -> None:
    question = make_question(session, asker=asker, themes=[theme])
    opened_on = question.sign
    make_answer(session, question)
    edit_question(session, viewer(asker), question.id, draft_of(asker, theme, body="Nieuw."), opened_on, NOON)
    assert question.body == "Nieuw."


def test_a_colleague_does_not_change_it(session: Session, asker: Person, theme: Theme) -> None:
    question = make_question(session, asker=asker, themes=[theme])
    colleague = make_person(session, Role.COORDINATOR, organisation=asker.assignments[0].organisation)
    with pytest.raises(NotAllowed):
        edit_question(session, viewer(colleague), question.id, draft_of(asker, theme), question.sign, NOON)


def test_who_may_not_see_it_does_not_learn_that_it_is_there(session: Session, asker: Person, theme: Theme) -> None:
    question = make_question(session, asker=asker, themes=[theme], visibility=Visibility.RESTRICTED)
    stranger = make_person(session, Role.COORDINATOR)
    with pytest.raises(NotFound):
        edit_question(session, viewer(stranger), question.id, draft_of(asker, theme), question.sign, NOON)


def test_an_answered_question_is_not_opened_to_more_readers(session: Session, asker: Person, theme: Theme) -> None:
    question = make_question(session, asker=asker, themes=[theme])
    make_answer(session, question)
    wider = draft_of(asker, theme, visibility=Visibility.PUBLIC)
    with pytest.raises(Invalid) as refusal:
        edit_question(session, viewer(asker), question.id, wider, question.sign, NOON)
    assert refusal.value.field == "visibility"


def test_a_wish_that_has_passed_may_stay(session: Session, asker: Person, theme: Theme) -> None:
    question = make_question(session, asker=asker, themes=[theme], wished_by=dt.date(2013, 3, 1))
    draft = draft_of(asker, theme, body="Nieuw.", wished_by=dt.date(2013, 3, 1))
    edit_question(session, viewer(asker), question.id, draft, question.sign, NOON)
    assert question.body == "Nieuw."


def test_the_same_form_sent_twice_at_the_same_moment_asks_once(sessions: SessionFactory) -> None:
    with sessions() as session:
        someone, subject = make_person(session, Role.COORDINATOR), make_theme(session)
        who, draft = viewer(someone), draft_of(someone, subject)
        session.commit()
    together = threading.Barrier(2)

    def ask() -> int:
        with sessions() as session:
            together.wait(timeout=10)
            question_id = ask_question(session, who, draft, NOON).id
            session.commit()
            return question_id

    with ThreadPoolExecutor(2) as threads:
        found = {future.result(timeout=30) for future in [threads.submit(ask) for _ in range(2)]}
    with sessions() as session:
        assert count(session) == 1
    assert len(found) == 1
