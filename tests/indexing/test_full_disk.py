"""On a full disk changes wait, searches go on with the old state, and all is right when there is space again."""

import ctypes
import datetime as dt
import os
import random
import resource
import shutil
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from samenspraak.config import Settings
from samenspraak.core import outbox
from samenspraak.core.db import SessionFactory, reading
from samenspraak.core.outbox import MOST_TRIES, OutboxRow
from samenspraak.indexing.comparing import compare
from samenspraak.indexing.upkeep import rebuild
from samenspraak.questions.models.question import Question
from samenspraak.search.document import Kind
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.services import Services, open_services
from samenspraak.wiring import WIRING
from samenspraak.worker.draining import drain
from samenspraak.worker.effects import EFFECTS
from tests.factories.questions import make_question
from tests.support.site import NOON

pytestmark = pytest.mark.sqlite_only

SIZE = 3_000_000
_NEW_USER, _NEW_MOUNTS = 0x10000000, 0x00020000


class Clock:
    """A clock that stands still until it is set forward."""

    now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


def test_a_full_disk_loses_nothing(own_database_url: str, sessions: SessionFactory, tmp_path: Path) -> None:
    """In a child process, which alone sees a file system of 3 MB, or may write no larger files."""
    with sessions.begin() as session:
        make_question(session, title="Wie betaalt de bus?")
        make_question(session, title="Wie regelt de taxi?")
    pid = os.fork()
    if pid == 0:
        _be_child(own_database_url, tmp_path / "index")
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, "see what the child printed"


def _be_child(url: str, folder: Path) -> None:
    try:
        is_mounted = mount_small(folder)
        clock = Clock()
        settings = Settings(mode="test", database_url=url, data_folder=folder.parent, index_folder=folder)
        services = open_services(settings, WIRING, clock)
        rebuild(services.sessions, services.index)
        with full(folder) if is_mounted else limited(url):
            live_through(services, clock, long_text(5_000 if is_mounted else 40_000))
        recover(services, clock)
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a child must not go on as a second pytest
        traceback.print_exc()
        os._exit(1)


def long_text(words: int) -> str:
    """A text whose index takes more than is left."""
    return " ".join(random.Random(1).choices([f"woord{number}" for number in range(2000)], k=words))  # noqa: S311


def live_through(services: Services, clock: Clock, text: str) -> None:
    with services.sessions.begin() as session:
        question = session.get_one(Question, 1)
        question.title, question.body, question.version = "Wie rijdt de trein?", text, 2
        outbox.enqueue(session, "index_question", {"question_id": 1}, NOON)
    for _ in range(MOST_TRIES + 2):
        assert drain(services, EFFECTS, lambda: False) == 1
        clock.now += dt.timedelta(minutes=1)
    with reading(services.sessions) as session:
        row = session.scalars(select(OutboxRow)).one()
        assert (row.done_at, row.parked_at) == (None, None)
        assert "cannot be written" in str(row.error)
    assert services.index.versions(Kind.QUESTION) == {1: 1, 2: 1}
    assert [each.key for each in services.index.similar("bus", "", ["signed-in"], Thesaurus())] == [1]
    assert not services.index.needs_rebuild()
    with pytest.raises(OSError, match=r"space|large"):
        rebuild(services.sessions, services.index)
    assert len(list(services.settings.index.glob("g*"))) == 1, "what a rebuild began takes no space"


def recover(services: Services, clock: Clock) -> None:
    clock.now += dt.timedelta(minutes=1)
    assert drain(services, EFFECTS, lambda: False) == 1
    services.index.verify()
    assert compare(services.sessions, services.index) == []
    assert [each.key for each in services.index.similar("trein", "", ["signed-in"], Thesaurus())] == [1]


def mount_small(folder: Path) -> bool:
    """Mount a small file system that only this process sees; say whether that was allowed."""
    folder.mkdir()
    linux = ctypes.CDLL(None, use_errno=True)
    if linux.unshare(_NEW_MOUNTS) and linux.unshare(_NEW_USER | _NEW_MOUNTS):
        return False
    private = 1 << 18 | 1 << 14
    linux.mount(b"none", b"/", None, private, None)
    return linux.mount(b"tmpfs", str(folder).encode(), b"tmpfs", 0, f"size={SIZE}".encode()) == 0


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Leave room for a table of contents, but not for a segment."""
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(folder).free - 40_000))
    yield
    ballast.unlink()


@contextmanager
def limited(url: str) -> Iterator[None]:
    """Let no file become much larger than the database may."""
    largest = Path(url.removeprefix("sqlite:///")).stat().st_size + 600_000
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    yield
    with suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
