"""The worker as a whole: what happened is indexed and mailed, the clock is heeded, and it stops when told."""

import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from samenspraak.config import ROOT, Settings
from samenspraak.core import outbox
from samenspraak.core.db import SessionFactory, reading
from samenspraak.core.events import record, unit_of_work
from samenspraak.notifications.models import Mail, MailState
from samenspraak.notifications.transports.folder import list_keys
from samenspraak.questions.events import QuestionAsked
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import InvitationState
from samenspraak.search.thesaurus import thesaurus_from
from samenspraak.services import Services, open_services
from samenspraak.wiring import WIRING
from samenspraak.worker.effects import EFFECTS, Effect
from samenspraak.worker.loop import work
from samenspraak.worker.stopping import StopSignal
from tests.factories.people import make_expert
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON
from tests.support.waiting import eventually

A_MONTH = dt.timedelta(days=31)
"""Longer than anyone is given to react."""


@pytest.fixture
def services(own_database_url: str, tmp_path: Path) -> Iterator[Services]:
    yield from open_at(own_database_url, tmp_path, NOON)


def open_at(url: str, folder: Path, now: dt.datetime) -> Iterator[Services]:
    settings = Settings(mode="test", database_url=url, data_folder=folder)
    services = open_services(settings, WIRING, lambda: now)
    yield services
    services.engine.dispose()


def happen(services: Services) -> None:
    """Have a question asked and an expert invited."""
    with unit_of_work(services.sessions, services.wiring, lambda: NOON) as session:
        question = make_question(session, title="Wie betaalt het taxivervoer?")
        other = make_question(session, title="Wie tekent het ondersteuningsplan?", body="De raad wil niet.")
        for each in (question, other):
            record(session, QuestionAsked(each.id))
        make_invited(session, question, make_expert(session))


def work_until_done(services: Services) -> None:
    """Work until a last effect, put behind all others, says stop."""
    stop = StopSignal()
    with services.sessions.begin() as session:
        outbox.enqueue(session, "stop", {}, services.clock())
    work(services, stop, {**EFFECTS, "stop": Effect(lambda _services, _payloads: stop.tell())})


def count_waiting(sessions: SessionFactory) -> int:
    with reading(sessions) as session:
        return outbox.count_waiting(session)


def test_what_happened_is_mailed_and_indexed(services: Services) -> None:
    happen(services)

    work_until_done(services)

    with reading(services.sessions) as session:
        [(state, message_id)] = session.execute(select(Mail.state, Mail.message_id)).all()
        [question_id] = session.scalars(select(Invitation.question_id)).all()
    assert state is MailState.SENT
    assert list_keys(services.settings.mailbox) == [message_id]
    found = services.index.similar("Wie betaalt een taxi?", "", ["signed-in"], thesaurus_from({}, {}))
    assert [each.key for each in found][:1] == [question_id]
    assert count_waiting(services.sessions) == 0


@pytest.mark.sqlite_only
def test_invitations_whose_time_is_over_expire_when_the_worker_starts(own_database_url: str, tmp_path: Path) -> None:
    for services in open_at(own_database_url, tmp_path, NOON + A_MONTH):
        happen(services)

        work_until_done(services)

        with reading(services.sessions) as session:
            assert session.scalars(select(Invitation.state)).all() == [InvitationState.EXPIRED]


@pytest.mark.sqlite_only
def test_the_command_works_until_it_is_told_to_stop(own_database_url: str, services: Services) -> None:
    environment = os.environ | {
        "SAMENSPRAAK_MODE": "test",
        "SAMENSPRAAK_DATABASE_URL": own_database_url,
        "SAMENSPRAAK_DATA_FOLDER": str(services.settings.data_folder),
    }
    command = [sys.executable, "-m", "flask", "worker"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            happen(services)
            eventually(lambda: count_waiting(services.sessions) == 0, "the outbox is drained")
        finally:
            process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=5) == 0
    # By the worker's own clock what was asked in 2013 is overdue, and of that there are mails too.
    assert list_keys(services.settings.mailbox)


def test_a_wait_ends_at_once_when_told_to_stop() -> None:
    stop = StopSignal()

    assert not stop.wait(0)
    stop.tell()
    assert stop.wait(3600)
    assert stop.is_told()
