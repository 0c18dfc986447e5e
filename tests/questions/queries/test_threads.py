"""What stands under a question, in order."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.people.kinds import ExpertGroup, Role
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.actions.editing import edit_answer
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.edits import AnswerEdit
from samenspraak.questions.kinds import Standing
from samenspraak.questions.queries.revisions import text_of, versions_of
from samenspraak.questions.queries.threads import thread_of
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON


def said(body: str) -> AnswerEdit:
    return AnswerEdit(body, Standing.PERSONAL)


def test_the_accepted_answer_comes_first_and_the_others_as_given(session: Session) -> None:
    question = make_question(session)
    hours = {number: NOON - dt.timedelta(hours=number) for number in (3, 2, 1)}
    given = {number: make_answer(session, question, answered_at=at) for number, at in hours.items()}
    chosen = make_answer(session, question, accepted=True)
    thread = thread_of(session, question)
    assert [each.answer.id for each in thread.answers] == [chosen.id, given[3].id, given[2].id, given[1].id]
    assert thread.acceptance is not None
    assert thread.acceptance.name == question.asker.name


def test_an_answer_shows_the_side_of_its_author_and_a_profile_only_when_it_is_listed(session: Session) -> None:
    question = make_question(session)
    make_answer(session, question, author=make_expert(session, group=ExpertGroup.MINISTRY))
    make_answer(session, question, author=make_expert(session, is_listed=False))
    make_answer(session, question, author=make_person(session, Role.COORDINATOR))
    found = [(each.group, each.has_profile) for each in thread_of(session, question).answers]
    assert found == [(ExpertGroup.MINISTRY, True), (ExpertGroup.SECTOR_COUNCIL, False), (None, False)]


def test_comments_stand_where_they_were_placed(session: Session) -> None:
    question = make_question(session)
    answer, someone = make_answer(session, question), viewer(make_person(session))
    below = comment(session, someone, question.id, CommentDraft("Onder de vraag."), NOON)
    under = comment(session, someone, question.id, CommentDraft("Onder het antwoord.", answer.id), NOON)
    thread = thread_of(session, question)
    assert [each.id for each in thread.comments] == [below.id]
    assert [each.id for each in thread.answers[0].comments] == [under.id]


def test_changes_are_counted_and_shown_newest_first(session: Session) -> None:
    expert = make_expert(session)
    question = make_question(session)
    answer = make_answer(session, question, author=expert, body="Een.")
    who = viewer(expert)
    edit_answer(session, who, answer.id, said("Twee."), answer.sign, NOON)
    edit_answer(session, who, answer.id, said("Drie."), answer.sign, NOON + dt.timedelta(hours=1))
    assert thread_of(session, question).answers[0].edits == 2
    present, second, first = versions_of(session, answer)
    assert [text_of(session, answer, each.id).body for each in (first, second, present)] == ["Een.", "Twee.", "Drie."]
    assert [each.number for each in (first, second, present)] == [1, 2, 3]
