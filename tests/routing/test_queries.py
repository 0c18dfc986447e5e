"""Reads of routing: the course of a question, and who was asked what."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.routing.actions import decline, invite, propose
from samenspraak.routing.past import NEWEST_FIRST, Outcome, count_past, part_of_past
from samenspraak.routing.queries import (
    CourseStep,
    course_of,
    taken_on_by,
    waiting_for,
)
from samenspraak.routing.rules import DeclineReason, InvitationState
from tests.factories.people import make_expert, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.site import NOON

LATER = NOON + dt.timedelta(days=1)


def test_the_course_joins_who_were_asked_together_and_passes_over_proposals(session: Session) -> None:
    question = make_question(session)
    first, second = make_expert(session, name="Eva"), make_expert(session, name="Bas")
    propose(session, question.id, [first.id, make_expert(session).id], NOON)
    invited = invite(session, viewer(question.asker), question.id, [first.id, second.id], "", NOON)
    decline(session, viewer(second), invited[1].id, DeclineReason.OTHER, "Ik ken de school.", LATER)

    assert course_of(session, question.id) == (
        CourseStep(NOON, InvitationState.INVITED, ("Eva", "Bas")),
        CourseStep(LATER, InvitationState.DECLINED, ("Bas",), DeclineReason.OTHER, "Ik ken de school."),
    )


def test_an_experts_questions_are_in_one_list_each(session: Session) -> None:
    expert = make_expert(session)
    waiting = make_invited(session, make_question(session), expert)
    taken_on = make_accepted(session, make_question(session), expert)
    answered = make_question(session)
    over = make_accepted(session, answered, expert)
    make_answer(session, answered, author=expert, accepted=True)
    make_invited(session, make_question(session), make_expert(session))
    who = viewer(expert)

    assert [each.id for each in waiting_for(session, who)] == [waiting.id]
    assert [each.id for each in taken_on_by(session, who)] == [taken_on.id]
    [past] = part_of_past(session, who, None, NEWEST_FIRST, None, 25).rows
    assert (past.invitation.id, past.outcome) == (over.id, Outcome.ACCEPTED)
    assert count_past(session, who, Outcome.ACCEPTED) == count_past(session, who, None) == 1
    assert count_past(session, who, Outcome.ANSWERED) == count_past(session, who, Outcome.WITHDRAWN) == 0
