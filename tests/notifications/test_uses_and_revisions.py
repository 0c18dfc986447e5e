"""Who is asked and told of the use of answers, and of changed texts, through the real acts and the real wiring."""

import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.core.events import commit
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.editing import edit_answer
from samenspraak.questions.actions.impact import ask_for_impact, tell_impact
from samenspraak.questions.actions.restoring import restore_question
from samenspraak.questions.actions.revising import keep_text
from samenspraak.questions.edits import AnswerEdit
from samenspraak.questions.kinds import Use, Visibility
from samenspraak.questions.queries.revisions import versions_of
from samenspraak.questions.uses import SIX_WEEKS
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.notifications.test_handlers import mails, told
from tests.support.site import NOON

DUE = NOON + SIX_WEEKS


@pytest.mark.parametrize("visibility", [Visibility.PUBLIC, Visibility.RESTRICTED])
def test_the_asker_is_asked_in_the_inbox_and_by_mail_once(session: Session, visibility: Visibility) -> None:
    question = make_question(session, visibility=visibility)
    answer = make_answer(session, question, accepted=True)
    for _time in range(2):
        ask_for_impact(session, DUE)
        commit(session, WIRING, DUE)
    (mail,) = mails(session, question.asker)
    assert told(session, question.asker) == [NoticeKind.IMPACT_ASKED]
    assert f"/vragen/{question.id}/gebruikt" in mail.text
    assert answer.author.name in mail.text
    assert (question.title in mail.text + mail.subject) is (visibility is Visibility.PUBLIC)


def test_who_wrote_the_answer_is_told_what_came_of_it(session: Session) -> None:
    question = make_question(session)
    asker, answer = viewer(question.asker), make_answer(session, question, accepted=True)
    ask_for_impact(session, DUE)
    for used in (Use.YES, Use.YES, Use.PARTLY):
        tell_impact(session, asker, question.id, used, "", DUE)
    commit(session, WIRING, DUE)
    assert told(session, answer.author) == [NoticeKind.IMPACT_TOLD, NoticeKind.IMPACT_TOLD]
    assert mails(session, answer.author) == []


def test_the_asker_hears_when_an_accepted_answer_changes(session: Session) -> None:
    expert, question = make_expert(session), make_question(session)
    who, asker = viewer(expert), question.asker
    for accepted in (False, True):
        answer = make_answer(session, question, author=expert, accepted=accepted)
        edit = AnswerEdit("Het rijk beslist.", answer.standing, reason="Nieuwe wet")
        edit_answer(session, who, answer.id, edit, answer.sign, DUE)
    commit(session, WIRING, DUE)
    assert told(session, asker) == [NoticeKind.REVISED]
    assert told(session, expert) == []


def test_the_asker_hears_when_a_moderator_puts_their_question_back(session: Session) -> None:
    question, moderator = make_question(session), make_person(session, Role.MODERATOR)
    asker, who = question.asker, viewer(moderator)
    keep_text(session, question, asker.id, "", NOON, always=True)
    question.body = "Anders."
    session.flush()
    first = versions_of(session, question)[-1].id or 0
    restore_question(session, who, question.id, first, "Vergissing", question.sign, NOON + dt.timedelta(hours=1))
    commit(session, WIRING, DUE)
    assert told(session, asker) == [NoticeKind.REVISED]
