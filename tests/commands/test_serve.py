"""`flask serve` from the outside: it greets, serves, is mended when a part dies, and leaves nothing running."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenspraak.config import ROOT
from samenspraak.demonstration.logins import LOGINS
from tests.support.mail_server import free_port
from tests.support.served import Browser, Served
from tests.support.waiting import eventually

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def served(own_database_url: str, tmp_path: Path) -> Iterator[Served]:
    served = Served(free_port(), tmp_path, database_url=own_database_url)
    served.start()
    yield served
    if served.pids():
        served.stop()
    assert served.pids() == []


def test_it_says_where_it_is_and_how_to_log_in(served: Served) -> None:
    assert Browser(served.url).get("/healthz").status == 200
    for login in LOGINS[:3]:
        assert login.email in served.output
        assert login.password in served.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_all_of_itself_when_asked(served: Served, number: signal.Signals) -> None:
    assert len(served.pids()) >= 3

    assert served.stop(number) == 0
    assert served.pids() == []


def test_a_part_that_dies_is_started_again(served: Served) -> None:
    eventually(lambda: len(served.pids("web")) == 3, "the web server has both its processes")
    before = set(served.pids())

    served.kill("web")
    served.kill("worker")

    assert Browser(served.url).get("/healthz").status == 200
    eventually(lambda: len(set(served.pids()) - before) == 4, "all are there again")


def test_a_taken_port_is_said_in_both_languages_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        served = Served(port, tmp_path, log_level="ERROR")
        command = [sys.executable, "-m", "flask", "serve"]
        done = subprocess.run(command, cwd=ROOT, env=served.environment, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert f"Poort {port} is al bezet" in done.stderr
    assert f"Port {port} is taken" in done.stderr
    assert done.stdout == ""
    assert served.pids() == []
