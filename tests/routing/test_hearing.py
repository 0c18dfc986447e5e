"""What the route makes of answers that are held, closing, and reopening."""

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.events import settle
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.questions.actions.answering import accept_answer, give_answer, withdraw_acceptance
from samenspraak.questions.actions.closing import close_question, reopen_question
from samenspraak.questions.actions.holding import hold_answer, release_answer
from samenspraak.questions.drafts import AnswerDraft
from samenspraak.questions.kinds import CloseReason, Standing
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.routing.kinds import RouteStage, RouteStepKind
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route, RouteStep
from samenspraak.routing.rules import InvitationState
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, make_organisation, make_person, organisation_of, viewer
from tests.factories.questions import make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.site import NOON


def answer(session: Session, question: Question) -> Answer:
    """Have an expert answer on behalf of an organisation."""
    expert = make_expert(session)
    draft = AnswerDraft("De gemeente.", Standing.ORGANISATION, organisation_of(session, expert).id)
    given = give_answer(session, viewer(expert), question.id, draft, NOON)
    settle(session, WIRING, NOON)
    return given


def stage_of(session: Session, question: Question) -> RouteStage:
    settle(session, WIRING, NOON)
    return session.get_one(Route, question.id).stage


def test_a_question_whose_only_answer_is_held_is_with_the_moderator_though_another_was_asked(session: Session) -> None:
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY)
    moderator = make_person(session, Role.MODERATOR, organisation=ministry)
    question = make_question(session)
    make_invited(session, question, make_expert(session))
    given = answer(session, question)
    assert stage_of(session, question) is RouteStage.ANSWERED

    hold_answer(session, viewer(moderator), given.id, "Namens wie?", NOON)
    assert stage_of(session, question) is RouteStage.MODERATOR
    assert session.get_one(Route, question.id).taken_by_id == moderator.id

    release_answer(session, viewer(moderator), given.id, NOON)
    assert stage_of(session, question) is RouteStage.ANSWERED


def test_asking_whoever_gave_the_held_answer_leaves_no_question_without_a_next_step(session: Session) -> None:
    moderator = viewer(make_person(session, Role.MODERATOR))
    question = make_question(session)
    given = answer(session, question)
    hold_answer(session, moderator, given.id, "Namens wie?", NOON)
    settle(session, WIRING, NOON)

    make_invited(session, question, session.get_one(Person, given.author_id))

    assert stage_of(session, question) is RouteStage.EXPERTS
    assert session.get_one(Route, question.id).due_at is not None


def test_acceptance_ends_the_route_and_lets_off_who_had_not_reacted(session: Session) -> None:
    question = make_question(session)
    asker = viewer(question.asker)
    waiting = make_invited(session, question, make_expert(session))
    writing = make_accepted(session, question, make_expert(session))
    given = answer(session, question)

    accept_answer(session, asker, given.id, NOON)

    assert stage_of(session, question) is RouteStage.ENDED
    states = dict(session.execute(select(Invitation.id, Invitation.state)).all())
    assert states == {waiting.id: InvitationState.WITHDRAWN, writing.id: InvitationState.ACCEPTED}
    withdraw_acceptance(session, asker, given.id)
    assert stage_of(session, question) is RouteStage.ANSWERED


def test_closing_lets_everybody_off_and_reopening_gives_the_asker_the_turn(session: Session) -> None:
    question = make_question(session)
    writing = make_accepted(session, question, make_expert(session))

    close_question(session, viewer(question.asker), question.id, CloseReason.NO_LONGER_NEEDED, "", NOON)
    assert stage_of(session, question) is RouteStage.ENDED
    assert session.get_one(Invitation, writing.id).state is InvitationState.WITHDRAWN

    reopen_question(session, viewer(question.asker), question.id, NOON)
    assert stage_of(session, question) is RouteStage.EXPERTS
    assert session.get_one(Route, question.id).due_at is not None


def test_closing_withdraws_nothing_from_who_answered_and_reopening_is_part_of_the_course(session: Session) -> None:
    question = make_question(session)
    asker, expert = viewer(question.asker), make_expert(session)
    writer, draft = viewer(expert), AnswerDraft("Ja.", Standing.PERSONAL, organisation_of(session, expert).id)
    answered = make_accepted(session, question, expert)
    give_answer(session, writer, question.id, draft, NOON)
    settle(session, WIRING, NOON)

    close_question(session, asker, question.id, CloseReason.NO_LONGER_NEEDED, "", NOON)
    assert stage_of(session, question) is RouteStage.ENDED
    assert session.get_one(Invitation, answered.id).state is InvitationState.ACCEPTED

    reopen_question(session, asker, question.id, NOON)
    assert stage_of(session, question) is RouteStage.ANSWERED
    steps = select(RouteStep.kind).where(RouteStep.question_id == question.id).order_by(RouteStep.id)
    assert session.scalars(steps).all()[-2:] == [RouteStepKind.REOPENED, RouteStepKind.ANSWERED]
