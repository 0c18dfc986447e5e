"""Answers of the demonstration speak with the weight that their authors have."""

import pytest
from sqlalchemy import exists, select

from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.people.models.expert import ThemeSpokesperson
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, Mention
from samenspraak.questions.models.question import Question, QuestionTheme
from tests.support.site import NOON

pytestmark = pytest.mark.sqlite_only


def test_only_whom_ocw_named_for_a_theme_states_its_position(seen: Session) -> None:
    named = exists().where(
        ThemeSpokesperson.person_id == Answer.author_id,
        ThemeSpokesperson.theme_id == QuestionTheme.theme_id,
        QuestionTheme.question_id == Answer.question_id,
    )
    stated = select(Answer.id).where(Answer.standing == Standing.MINISTRY)
    assert len(seen.scalars(stated).all()) >= 8
    assert seen.scalars(stated.where(~named)).all() == []


def test_every_weight_is_to_be_seen(seen: Session) -> None:
    accepted = exists().where(Acceptance.answer_id == Answer.id)
    past = select(Answer.basis).where(Answer.valid_until < local_day(NOON), accepted)
    assert seen.scalars(past).all() == ["art. 18a lid 12 WPO en art. 1:3 Awb"]
    assert {each is None for each in seen.scalars(select(CoAuthor.agreed_at))} == {True, False}
    assert len(seen.scalars(select(Answer.id).where(Answer.held_at.is_not(None))).all()) == 1
    assert len(seen.scalars(select(Question.id).where(Question.closed_at.is_not(None))).all()) >= 1
    assert len(seen.scalars(select(Mention.person_id)).all()) == 1
