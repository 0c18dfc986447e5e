"""The served platform outlives whatever happens to the files of its index, and finds again by itself."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from samenspraak.core import outbox
from samenspraak.core.clock import utc_now
from samenspraak.core.db import SessionFactory
from samenspraak.indexing.comparing import compare
from samenspraak.questions.kinds import Visibility
from samenspraak.search.index import Index
from tests.factories.questions import make_question
from tests.support.mail_server import free_port
from tests.support.served import Browser, Served
from tests.support.waiting import eventually

pytestmark = [pytest.mark.sqlite_only, pytest.mark.deep]


@pytest.fixture
def served(own_database_url: str, tmp_path: Path) -> Iterator[Served]:
    served = Served(free_port(), tmp_path, database_url=own_database_url, mode="test")
    served.start()
    yield served
    served.stop()


def cut_off(root: Path) -> None:
    for path in root.rglob("*.seg"):
        path.write_bytes(b"")


def empty_the_contents(root: Path) -> None:
    for path in root.rglob("*.toc"):
        path.write_bytes(b"")


def remove(root: Path) -> None:
    shutil.rmtree(root)


def point_nowhere(root: Path) -> None:
    (root / "current").write_text("g000009-00000000")


@pytest.mark.parametrize("damage", [cut_off, empty_the_contents, remove, point_nowhere])
def test_search_comes_back_and_no_process_ends(
    served: Served, sessions: SessionFactory, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    browser = Browser(served.url)
    ask(sessions, "Wie betaalt de bus?")
    eventually(lambda: "Wie betaalt de" in browser.get("/zoeken?q=bus").text, "it is found", 10)
    pids = served.pids()

    damage(tmp_path / "index")
    statuses = set()

    def is_back() -> bool:
        answer = browser.get("/zoeken?q=bus")
        statuses.add(answer.status)
        return "Zoeken kan nu even niet" not in answer.text and "Wie betaalt de" in answer.text

    eventually(is_back, "search is back", 20)
    assert statuses == {200}
    assert served.pids() == pids
    index = Index(tmp_path / "index")
    eventually(lambda: not index.needs_rebuild() and compare(sessions, index) == [], "index and database are the same")


def ask(sessions: SessionFactory, title: str) -> None:
    with sessions.begin() as session:
        question = make_question(session, title=title, visibility=Visibility.PUBLIC)
        outbox.enqueue(session, "index_question", {"question_id": question.id}, utc_now())
