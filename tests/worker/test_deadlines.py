"""Two workers in processes of their own keep a thousand deadlines, and one of them is killed: each is kept once."""

import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select

from samenspraak.config import ROOT
from samenspraak.core.db import Session, SessionFactory, create_engine, reading, session_factory
from samenspraak.notifications.models import Mail, Notice, NoticeKind
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Guest, Question
from samenspraak.routing.kinds import Chooser, RouteStage, RouteStepKind
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.models.route import Route, RouteStep
from samenspraak.routing.rules import InvitationState
from tests.factories.people import make_expert, make_organisation, make_person
from tests.factories.questions import make_question
from tests.support.depth import is_deep
from tests.support.waiting import eventually

NUMBER = 1_000 if is_deep() else 60
SECONDS = 600 if is_deep() else 90
DAY = dt.timedelta(days=1)
_S = InvitationState


def test_each_of_many_deadlines_is_kept_once_though_a_worker_is_killed(own_database_url: str, tmp_path: Path) -> None:
    engine = create_engine(own_database_url)
    sessions = session_factory(engine)
    with sessions.begin() as session:
        make_due(session, dt.datetime.now(dt.UTC))

    with worker(own_database_url, tmp_path / "one") as victim, worker(own_database_url, tmp_path / "two"):
        eventually(lambda: count_kept(sessions) >= NUMBER // 4, "a quarter is kept", SECONDS)
        victim.send_signal(signal.SIGKILL)
        eventually(lambda: count_kept(sessions) >= NUMBER, "all are kept", SECONDS)

    with reading(sessions) as session:
        for statement in (
            select(func.count()).where(RouteStep.kind == RouteStepKind.REMINDED).group_by(RouteStep.question_id),
            select(func.count()).where(RouteStep.kind == RouteStepKind.TO_MODERATOR).group_by(RouteStep.question_id),
            select(func.count()).where(InvitationStep.state == _S.EXPIRED).group_by(InvitationStep.invitation_id),
        ):
            counts = session.scalars(statement).all()
            assert set(counts) == {1}
        assert count_kept_in(session) == NUMBER
        assert told(session, NoticeKind.REMINDED) == 2 * NUMBER // 5
        assert told(session, NoticeKind.INVITATION_EXPIRED) == 2 * (2 * NUMBER // 5)  # the expert and the asker of each
        assert session.scalar(select(func.count()).where(Mail.cause.like("reminded:%"))) == 2 * NUMBER // 5
    engine.dispose()


def make_due(session: Session, now: dt.datetime) -> None:
    """Make questions of which each has one thing due.

    A reminder of an expert or an asker, a reaction, an answer, or to go to the moderators.
    """
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY)
    make_person(session, Role.MODERATOR, organisation=ministry)
    asker, experts = make_person(session, Role.COORDINATOR), [make_expert(session) for _ in range(3)]
    for number in range(NUMBER):
        question = make_question(session, asker=asker, title=f"Vraag {number}", asked_at=now - 9 * DAY)
        kinds = [make_reminder_due, make_reaction_due, make_answer_due, make_escalation_due, make_long_pause]
        kinds[number % 5](session, question, experts, now)


def make_reminder_due(session: Session, question: Question, experts: list[Person], now: dt.datetime) -> None:
    make_invitation(session, question, experts[0], _S.INVITED, respond_by=now + 5 * DAY, remind_at=now - DAY)
    session.add(Route(question_id=question.id, stage=RouteStage.EXPERTS, chooser=Chooser.ASKER))


def make_reaction_due(session: Session, question: Question, experts: list[Person], now: dt.datetime) -> None:
    make_invitation(session, question, experts[0], _S.INVITED, respond_by=now - DAY)
    session.add(Route(question_id=question.id, stage=RouteStage.EXPERTS, chooser=Chooser.ASKER))


def make_answer_due(session: Session, question: Question, experts: list[Person], now: dt.datetime) -> None:
    make_invitation(session, question, experts[0], _S.ACCEPTED, answer_by=now - DAY)
    session.add(Route(question_id=question.id, stage=RouteStage.EXPERTS, chooser=Chooser.ASKER))


def make_escalation_due(session: Session, question: Question, experts: list[Person], now: dt.datetime) -> None:
    for expert in experts:
        make_invitation(session, question, expert, _S.DECLINED)
    chooser, due_at = Chooser.SAMENSPRAAK, now - DAY
    session.add(Route(question_id=question.id, stage=RouteStage.EXPERTS, chooser=chooser, due_at=due_at))


def make_long_pause(session: Session, question: Question, experts: list[Person], now: dt.datetime) -> None:
    make_invitation(session, question, experts[0], _S.INVITED, respond_by=now - DAY, remind_at=now - DAY)
    paused = {"paused_at": now - 100 * DAY, "paused_by_id": experts[0].id}
    session.add(Route(question_id=question.id, stage=RouteStage.EXPERTS, chooser=Chooser.ASKER, **paused))


def make_invitation(
    session: Session, question: Question, expert: Person, state: InvitationState, **deadlines: dt.datetime
) -> None:
    values = {"proposed_at": question.asked_at, "invited_at": question.asked_at, "note": "", "reason": ""}
    session.add(Invitation(question_id=question.id, expert_id=expert.id, state=state, **values | deadlines))
    session.merge(Guest(question_id=question.id, person_id=expert.id, since=question.asked_at))


@contextmanager
def worker(database_url: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a worker as an administrator would start a second one."""
    folder.mkdir()
    environment = os.environ | {
        "SAMENSPRAAK_DATABASE_URL": database_url,
        "SAMENSPRAAK_DATA_FOLDER": str(folder),
        "SAMENSPRAAK_LOG_LEVEL": "ERROR",
    }
    process = subprocess.Popen([sys.executable, "-m", "flask", "worker"], cwd=ROOT, env=environment)
    yield process
    process.terminate()
    process.wait(60)


def count_kept(sessions: SessionFactory) -> int:
    with reading(sessions) as session:
        return count_kept_in(session)


def count_kept_in(session: Session) -> int:
    """Count what was done, however often."""
    wanted = RouteStepKind.REMINDED, RouteStepKind.TO_MODERATOR
    steps = session.scalar(select(func.count()).where(RouteStep.kind.in_(wanted))) or 0
    return steps + (session.scalar(select(func.count()).where(InvitationStep.state == _S.EXPIRED)) or 0)


def told(session: Session, kind: NoticeKind) -> int:
    return session.scalar(select(func.count()).where(Notice.kind == kind)) or 0
