"""The demonstration fills every screen, and keeps the rules that everyone keeps."""

import datetime as dt
from collections.abc import Sequence

import pytest
from sqlalchemy import Select, func, select

from samenspraak.calendar.queries import national_calendar
from samenspraak.core.clock import local_day
from samenspraak.core.db import Model, Session
from samenspraak.core.markup import LONGEST_TEXT
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.drafts import LONGEST_TITLE
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Acceptance, Answer, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import LONGEST_NOTE, InvitationState
from samenspraak.routing.stuck import count_stuck
from samenspraak.themes.models import Theme
from tests.support.site import NOON


def test_the_numbers_are_worth_looking_at(seen: Session) -> None:
    assert _count(seen, Organisation) >= 200
    assert _count(seen, ExpertProfile) == 60
    assert _count(seen, Question) == 142
    assert _count(seen, Answer) >= 150
    assert _count(seen, Comment) >= 30
    assert _count(seen, HelpfulVote) >= 200


@pytest.mark.sqlite_only
def test_all_legal_areas_are_there(seen: Session) -> None:
    areas = select(func.count()).select_from(Organisation).where(Organisation.code.is_not(None))
    assert seen.scalar(areas) == 150


@pytest.mark.sqlite_only
def test_every_theme_has_a_question(seen: Session) -> None:
    without = select(Theme.slug).where(Theme.id.not_in(select(QuestionTheme.theme_id)))
    assert seen.scalars(without).all() == []


@pytest.mark.sqlite_only
def test_every_state_of_an_invitation_occurs(seen: Session) -> None:
    assert set(seen.scalars(select(Invitation.state))) == set(InvitationState)


@pytest.mark.sqlite_only
def test_every_way_of_being_stuck_occurs(seen: Session) -> None:
    assert all(count_stuck(seen, NOON).of.values())


@pytest.mark.sqlite_only
def test_some_questions_were_just_asked_and_nobody_is_invited_yet(seen: Session) -> None:
    asked = {InvitationState.PROPOSED}
    others = select(Invitation.question_id).where(Invitation.state.not_in(asked))
    fresh = select(Question.title).where(Question.id.not_in(others), Question.asked_at > NOON - dt.timedelta(days=5))
    assert len(seen.scalars(fresh).all()) >= 3


@pytest.mark.sqlite_only
def test_visibility_is_mixed(seen: Session) -> None:
    counts = dict(seen.execute(select(Question.visibility, func.count()).group_by(Question.visibility)).all())
    assert 0.15 <= counts[Visibility.PUBLIC] / 142 <= 0.3
    assert 0.08 <= counts[Visibility.RESTRICTED] / 142 <= 0.15


@pytest.mark.sqlite_only
def test_every_standing_occurs(seen: Session) -> None:
    assert set(seen.scalars(select(Answer.standing))) == set(Standing)


@pytest.mark.sqlite_only
def test_about_two_thirds_of_the_answered_questions_have_an_accepted_answer(seen: Session) -> None:
    answered = seen.scalar(select(func.count(Answer.question_id.distinct()))) or 0
    assert 0.6 <= _count(seen, Acceptance) / answered <= 0.8


@pytest.mark.sqlite_only
def test_no_text_is_longer_than_its_form_allows(seen: Session) -> None:
    assert _longest(seen, select(func.max(func.length(Question.title)))) <= LONGEST_TITLE
    for text in (Question.body, Answer.body, Comment.body):
        assert _longest(seen, select(func.max(func.length(text)))) <= LONGEST_TEXT
    for text in (Invitation.note, Invitation.reason):
        assert _longest(seen, select(func.max(func.length(text)))) <= LONGEST_NOTE


@pytest.mark.sqlite_only
def test_people_work_on_working_days_before_the_present(seen: Session) -> None:
    moments = _moments(seen)
    assert max(moments) < NOON
    assert NOON - min(moments) < dt.timedelta(days=200)
    assert all(national_calendar().is_working_day(local_day(moment)) for moment in moments)


@pytest.mark.sqlite_only
def test_answers_come_after_the_question_and_within_a_few_weeks(seen: Session) -> None:
    rows = seen.execute(select(Question.asked_at, Answer.answered_at).join(Answer, Answer.question_id == Question.id))
    waits = [answered - asked for asked, answered in rows]
    assert min(waits) > dt.timedelta()
    assert max(waits) < dt.timedelta(days=21)


@pytest.mark.sqlite_only
def test_someone_changed_an_answer(seen: Session) -> None:
    assert _count(seen, EarlierText) >= 1


def _count(session: Session, table: type[Model]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def _longest(session: Session, statement: Select[tuple[int]]) -> int:
    return session.scalar(statement) or 0


def _moments(session: Session) -> Sequence[dt.datetime]:
    columns = (Question.asked_at, Answer.answered_at, Acceptance.accepted_at, Comment.commented_at)
    return [moment for column in columns for moment in session.scalars(select(column))]
