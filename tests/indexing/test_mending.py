"""A broken index is made anew beside all other work, and noticed by whichever process meets it first."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenspraak.core.db import SessionFactory
from samenspraak.indexing import mending
from samenspraak.indexing.mending import Mending
from samenspraak.indexing.upkeep import index_some, mend, rebuild
from samenspraak.search.document import Document, Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus
from tests.factories.questions import make_question

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def root(sessions: SessionFactory, tmp_path: Path) -> Path:
    with sessions.begin() as session:
        make_question(session)
    rebuild(sessions, Index(tmp_path / "index"))
    return tmp_path / "index"


def test_what_the_web_meets_first_the_worker_mends(sessions: SessionFactory, root: Path) -> None:
    worker, web = Index(root), Index(root)
    assert not worker.needs_rebuild()
    segment = next(root.glob("g*/questions/*.seg"))
    segment.write_bytes(bytes(segment.stat().st_size))
    with pytest.raises(IndexBroken):
        web.similar("bus", "", ["signed-in"], Thesaurus())
    looks = Mending()
    looks.look(sessions, worker)
    assert web.similar("vervoer", "", ["signed-in"], Thesaurus())
    assert not looks.is_under_way()


def test_a_sound_index_is_left_alone(sessions: SessionFactory, root: Path) -> None:
    before = (root / "current").read_text()
    Mending().look(sessions, Index(root))
    assert (root / "current").read_text() == before


def test_a_long_rebuild_goes_on_by_itself(
    sessions: SessionFactory, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()

    def slow(sessions: SessionFactory, index: Index) -> bool:
        may_end.wait()
        return mend(sessions, index)

    monkeypatch.setattr(mending, "AT_ONCE", 0.01)
    monkeypatch.setattr(mending, "mend", slow)
    (root / "current").unlink()
    looks = Mending()
    looks.look(sessions, Index(root))
    assert looks.is_under_way()
    looks.look(sessions, Index(root))
    may_end.set()
    looks._thread.join()  # type: ignore[union-attr]
    assert Index(root).versions(Kind.QUESTION) == {1: 1}


def test_what_changes_in_the_end_of_another_ones_rebuild_is_not_lost(sessions: SessionFactory, root: Path) -> None:
    """The rebuild has read the question; then it changes, and the worker finds that no rebuild is needed any more."""
    (root / "current").unlink()
    worker = threading.Thread(target=index_some, args=(sessions, Index(root), Kind.QUESTION, [1]))

    def documents() -> Iterator[Document]:
        yield Document(kind=Kind.QUESTION, key=1, title="Van voor de wijziging", audience=("signed-in",), version=0)
        worker.start()

    Index(root).rebuild(documents(), only_if_needed=True)
    worker.join()
    assert Index(root).versions(Kind.QUESTION) == {1: 1}
