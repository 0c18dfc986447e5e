"""Questions at a desk: taken in, shared out, passed on; and who reads them meanwhile."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.people.kinds import OrganisationKind, Region, Role, Sector
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Guest, Question
from samenspraak.routing.desks.actions import assign, pass_on, release, take, take_in, time_out
from samenspraak.routing.events import DeskCaseLeft
from samenspraak.routing.kinds import DeskCaseState, RouteStepKind
from samenspraak.routing.models.desk import Desk, DeskCase
from samenspraak.routing.models.route import RouteStep
from tests.factories.calendar import make_holiday
from tests.factories.desks import make_case, make_colleague, make_desk
from tests.factories.people import make_organisation, make_person, viewer
from tests.factories.questions import let_in, make_answer, make_question
from tests.questions.events import recorded
from tests.support.site import NOON


def guests(session: Session, question: Question) -> set[int]:
    return set(session.scalars(select(Guest.person_id).where(Guest.question_id == question.id)))


def kinds(session: Session, question: Question) -> list[RouteStepKind]:
    steps = select(RouteStep.kind).where(RouteStep.question_id == question.id).order_by(RouteStep.id)
    return list(session.scalars(steps))


@pytest.fixture
def desk(session: Session) -> Desk:
    return make_desk(session)


@pytest.fixture
def anna(session: Session, desk: Desk) -> Person:
    return make_colleague(session, desk, name="Anna")


@pytest.fixture
def bram(session: Session, desk: Desk) -> Person:
    return make_colleague(session, desk, Role.COORDINATOR, name="Bram")


@pytest.fixture
def question(session: Session) -> Question:
    return make_question(session, visibility=Visibility.RESTRICTED)


def test_a_question_is_taken_in_with_the_agreed_deadline_and_read_by_the_desk(
    session: Session, desk: Desk, anna: Person, bram: Person, question: Question
) -> None:
    make_person(session, Role.MEMBER, organisation=desk.organisation)

    case = take_in(session, question, NOON)

    assert case is not None
    assert (case.desk_id, case.state) == (desk.organisation_id, DeskCaseState.OPEN)
    assert case.respond_by == dt.datetime(2013, 3, 21, 22, 59, 59, tzinfo=dt.UTC)
    assert guests(session, question) == {anna.id, bram.id}


@pytest.mark.sqlite_only
def test_the_deadline_counts_in_the_region_of_who_asks(session: Session, desk: Desk, anna: Person) -> None:
    north = make_organisation(session, holiday_region=Region.NORTH)
    asker = make_person(session, Role.COORDINATOR, organisation=north)
    make_holiday(session, first_day=dt.date(2013, 3, 16), last_day=dt.date(2013, 3, 24))
    assert desk
    assert anna

    case = take_in(session, make_question(session, asker=asker), NOON)

    assert case is not None
    assert case.respond_by.date() == dt.date(2013, 3, 28)


def test_no_desk_takes_in_what_is_of_another_sector_or_while_it_is_closed_or_empty(session: Session) -> None:
    secondary = make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL, sector=Sector.SECONDARY)
    make_colleague(session, make_desk(session, organisation=secondary))
    make_colleague(session, make_desk(session, is_open=False))
    make_desk(session)  # nobody works there

    assert take_in(session, make_question(session), NOON) is None


def test_a_question_is_taken_in_once_and_not_again_after_it_left(
    session: Session, anna: Person, question: Question
) -> None:
    first = take_in(session, question, NOON)
    assert first is not None
    assert take_in(session, question, NOON) is first

    pass_on(session, viewer(anna), first.id, "Dit is aan het ministerie.", NOON)

    assert take_in(session, question, NOON) is None


def test_a_desk_that_responded_takes_the_question_up_again_with_a_new_deadline(
    session: Session, anna: Person, question: Question
) -> None:
    case = take_in(session, question, NOON)
    assert anna
    assert case is not None
    case.state, case.responded_at = DeskCaseState.RESPONDED, NOON
    session.flush()
    later = NOON + dt.timedelta(days=20)

    assert take_in(session, question, later) is case

    assert (case.state, case.responded_at) == (DeskCaseState.OPEN, NOON)
    assert case.respond_by > later


def test_a_colleague_takes_gives_and_puts_back(
    session: Session, desk: Desk, anna: Person, bram: Person, question: Question
) -> None:
    case = make_case(session, desk, question)

    take(session, viewer(anna), case.id, NOON)
    assert case.assigned_to_id == anna.id
    with pytest.raises(Conflict, match="case-taken"):
        take(session, viewer(bram), case.id, NOON)
    assign(session, viewer(anna), case.id, bram.id, NOON)
    assert case.assigned_to_id == bram.id
    release(session, viewer(bram), case.id, NOON)

    assert case.assigned_to_id is None
    assert kinds(session, question) == [RouteStepKind.ASSIGNED] * 3


@pytest.mark.sqlite_only
def test_a_moderator_gives_a_question_to_a_colleague_but_does_not_take_it(
    session: Session, desk: Desk, anna: Person, question: Question
) -> None:
    case, moderator = make_case(session, desk, question), viewer(make_person(session, Role.MODERATOR))

    with pytest.raises(Invalid, match="no-colleague"):
        take(session, moderator, case.id, NOON)
    assert assign(session, moderator, case.id, anna.id, NOON).assigned_to_id == anna.id


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "act",
    [
        lambda session, who, case: take(session, who, case.id, NOON),
        lambda session, who, case: assign(session, who, case.id, who.person_id, NOON),
        lambda session, who, case: release(session, who, case.id, NOON),
        lambda session, who, case: pass_on(session, who, case.id, "Omdat", NOON),
    ],
)
def test_nobody_else_acts_at_a_desk(
    session: Session, desk: Desk, anna: Person, question: Question, act: Callable[..., object]
) -> None:
    case = make_case(session, desk, question)
    assert anna
    strangers = (
        make_person(session, Role.MEMBER, organisation=desk.organisation),
        make_colleague(session, make_desk(session)),
        question.asker,
    )

    for stranger in strangers:
        with pytest.raises(NotFound):
            act(session, viewer(stranger), case)


def test_passing_on_needs_a_reason_tells_of_it_and_lets_the_desk_out(
    session: Session, desk: Desk, anna: Person, bram: Person, question: Question
) -> None:
    case = make_case(session, desk, question)
    make_answer(session, question, author=bram)
    with pytest.raises(Invalid, match="no-reason"):
        pass_on(session, viewer(anna), case.id, "", NOON)

    pass_on(session, viewer(anna), case.id, "Dit is aan het ministerie.", NOON)

    assert (case.state, case.reason, case.closed_at) == (DeskCaseState.PASSED_ON, "Dit is aan het ministerie.", NOON)
    assert DeskCaseLeft(question.id, desk.organisation_id, "passed_on") in recorded(session)
    assert guests(session, question) == {bram.id}  # who answered stays
    with pytest.raises(Conflict, match="case-over"):
        take(session, viewer(anna), case.id, NOON)


def test_only_an_open_case_whose_time_is_over_times_out_and_only_once(
    session: Session, desk: Desk, anna: Person, question: Question
) -> None:
    case = make_case(session, desk, question, respond_by=NOON)
    assert anna

    assert not time_out(session, case, NOON)
    assert time_out(session, case, NOON + dt.timedelta(seconds=1))
    assert not time_out(session, case, NOON + dt.timedelta(seconds=2))

    assert case.state is DeskCaseState.TIMED_OUT
    assert guests(session, question) == set()
    responded = make_case(session, desk, make_question(session), respond_by=NOON, state=DeskCaseState.RESPONDED)
    assert not time_out(session, responded, NOON + dt.timedelta(days=1))


def test_who_was_a_guest_otherwise_is_let_out_with_the_desk_only_when_of_the_desk(
    session: Session, desk: Desk, anna: Person, question: Question
) -> None:
    other = make_person(session, Role.EXPERT)
    let_in(session, question, other)
    case = make_case(session, desk, question)

    pass_on(session, viewer(anna), case.id, "Omdat", NOON)

    assert guests(session, question) == {other.id}
    assert session.get(DeskCase, case.id) is case
