"""Killed at any point of indexing: search goes on with the old or the new state, and the worker's tick makes it right.

The child process is killed by a real SIGKILL at its n-th operation on files; all of them in the long run.
"""

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from whoosh.filedb.structfile import StructFile

from samenspraak.core.db import SessionFactory, create_engine, reading, session_factory
from samenspraak.indexing.comparing import compare
from samenspraak.indexing.upkeep import index_some, mend, rebuild
from samenspraak.questions.models.question import Question
from samenspraak.search.document import Kind
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus
from tests.factories.people import make_expert
from tests.factories.questions import make_question
from tests.support.depth import is_deep

pytestmark = pytest.mark.sqlite_only

EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.listdir", "os.truncate"}
POINTS = None if is_deep() else 6
"""How many points of a drill are tried; None for all."""

WRITES_A_POINT = 40
Action = Callable[[SessionFactory, Index], object]


class Killer:
    """Counts the operations on files of this process, and kills it at one of them."""

    def __init__(self, at: int) -> None:
        self.count = 0
        self._at = at
        self._writes = 0
        self._sync, self._write = os.fsync, StructFile.write

    def watch(self) -> None:
        """Begin to count; there is no way back."""
        os.fsync = self._fsync  # type: ignore[assignment]
        watcher = self

        def write(file: StructFile, content: bytes) -> object:
            return watcher._written(file, content)

        StructFile.write = write
        sys.addaudithook(lambda event, _given: self._hear() if event in EVENTS else None)

    def _hear(self) -> None:
        self.count += 1
        if self.count == self._at:
            os.kill(os.getpid(), signal.SIGKILL)

    def _fsync(self, descriptor: int) -> None:
        self._hear()
        self._sync(descriptor)

    def _written(self, file: StructFile, content: bytes) -> object:
        """Be killed with part of a file on the disk: every so many writes is a point."""
        self._writes += 1
        if self._writes % WRITES_A_POINT == 0:
            file.flush()
            self._hear()
        return self._write(file, content)


def run_in_child(url: str, root: Path, action: Action, at: int) -> int | None:
    """Act in a process that is killed at a point; return the number of points if it came to its end."""
    told_at, tell_at = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_child(url, root, action, at, tell_at)
    os.close(tell_at)
    with os.fdopen(told_at) as pipe:
        told = pipe.read()
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return int(told) if told else None


def _be_child(url: str, root: Path, action: Action, at: int, pipe: int) -> None:
    try:
        sessions, index, killer = session_factory(create_engine(url)), Index(root), Killer(at)
        killer.watch()
        action(sessions, index)
        os.write(pipe, str(killer.count).encode())
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a child must not go on as a second pytest
        traceback.print_exc()
        os._exit(1)


def bring_in(sessions: SessionFactory, index: Index) -> None:
    with reading(sessions) as session:
        newest = session.scalars(select(func.max(Question.id))).one()
    index_some(sessions, index, Kind.QUESTION, [2, newest, 999])


def rebuild_all(sessions: SessionFactory, index: Index) -> None:
    rebuild(sessions, index)


@pytest.fixture
def root(sessions: SessionFactory, tmp_path: Path) -> Path:
    """An index of several segments, the next change of which merges them; question 2 changed since."""
    root, before = tmp_path / "whole", tmp_path / "before"
    with sessions.begin() as session:
        make_expert(session)
        make_question(session)
    rebuild(sessions, Index(root))
    while True:
        with sessions.begin() as session:
            newest = make_question(session, title="Wie betaalt het vervoer van de groep?").id
        shutil.copytree(root, before)
        index_some(sessions, Index(root), Kind.QUESTION, [newest])
        if count_segments(root) <= count_segments(before):
            break
        assert newest < 50, "nothing is ever merged"
        shutil.rmtree(before)
    with sessions.begin() as session:
        question = session.get_one(Question, 2)
        question.title, question.version = "Wie regelt de taxi?", 2
    return before


def count_segments(root: Path) -> int:
    return len(list(root.glob("g*/questions/*.seg")))


def points(total: int) -> Iterator[int]:
    """The points to try, spread over all of them."""
    step = 1 if POINTS is None else total / POINTS
    yield from sorted({1 + int(number * step) for number in range(total if POINTS is None else POINTS)})


@pytest.mark.parametrize("action", [bring_in, rebuild_all])
def test_killed_at_any_point_the_index_comes_right(
    own_database_url: str, sessions: SessionFactory, root: Path, tmp_path: Path, action: Action
) -> None:
    total = run_in_child(own_database_url, shutil.copytree(root, tmp_path / "counted"), action, at=-1)
    assert total
    assert total > 40
    for at in points(total):
        killed = shutil.copytree(root, tmp_path / "killed")
        assert run_in_child(own_database_url, killed, action, at) is None, f"not killed at {at}"
        check(sessions, killed, at)
        shutil.rmtree(killed)


def check(sessions: SessionFactory, root: Path, at: int) -> None:
    index = Index(root)
    assert index.similar("Wie betaalt het vervoer van de groep?", "", ["signed-in"], Thesaurus()), at
    assert index.versions(Kind.QUESTION)[2] in {1, 2}, at

    mend(sessions, index)  # what the clock asks of the worker
    index.tidy()
    bring_in(sessions, index)  # the effect that was not finished is carried out again

    index.verify()
    assert compare(sessions, index) == [], at
    assert len(list(root.glob("g*"))) == 1, at
    used = {path.suffix for path in root.rglob("*") if path.is_file()}
    assert used <= {"", ".json", ".lock", ".seg", ".toc"}, at
