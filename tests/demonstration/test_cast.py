"""Everyone plays their role, and the printed log-ins open a full screen."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.demonstration.logins import LOGINS, Login
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.passwords import is_password, weakness
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.past import count_past
from samenspraak.routing.queries import taken_on_by, waiting_for
from samenspraak.routing.rules import OPEN


@pytest.mark.sqlite_only
@pytest.mark.parametrize("login", LOGINS, ids=lambda login: login.role)
def test_the_printed_log_ins_work(seen: Session, login: Login) -> None:
    person = seen.scalars(select(Person).where(Person.email == login.email)).one()
    roles = seen.scalars(select(RoleAssignment.role).where(RoleAssignment.person_id == person.id)).all()
    assert is_password(login.password, person.password_hash)
    assert weakness(login.password, (person.name, person.email)) is None
    assert login.role in roles


@pytest.mark.sqlite_only
def test_every_role_is_played(seen: Session) -> None:
    assert set(seen.scalars(select(RoleAssignment.role))) == set(Role)


@pytest.mark.sqlite_only
def test_the_coordinator_has_questions_in_every_stage(seen: Session) -> None:
    roos = _log_in(seen, Role.COORDINATOR)
    own = select(Question.id).where(Question.asker_id == roos.person_id)
    being_answered = select(Invitation.question_id).where(Invitation.state.in_(OPEN))
    answered, accepted = select(Answer.question_id), select(Acceptance.question_id)
    to_choose = own.where(Question.id.not_in(being_answered), Question.id.not_in(answered))
    fresh = own.where(Question.id.in_(answered), Question.id.not_in(accepted))
    waiting = own.where(Question.id.in_(being_answered), Question.id.not_in(answered))
    assert len(seen.scalars(to_choose).all()) == 2
    assert len(seen.scalars(fresh).all()) >= 1
    assert len(seen.scalars(waiting).all()) == 2
    assert len(seen.scalars(own.where(Question.id.in_(accepted))).all()) >= 3


@pytest.mark.sqlite_only
def test_the_expert_is_asked_is_busy_and_has_a_past(seen: Session) -> None:
    carla = _log_in(seen, Role.EXPERT)
    assert len(waiting_for(seen, carla)) == 2
    assert len(taken_on_by(seen, carla)) == 1
    assert count_past(seen, carla, None) >= 3


def _log_in(session: Session, role: Role) -> Viewer:
    email = next(login.email for login in LOGINS if login.role is role)
    person = select(Person).where(Person.email == email).options(selectinload(Person.assignments))
    return viewer_of(session.scalars(person).one())
