"""The index in service: searches never wait, changes are never lost, nothing is left behind, nothing hidden counts."""

import threading
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from samenspraak.search import reading
from samenspraak.search.document import Document, Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import SearchRequest
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.version import VERSION

EVERYONE = ["everyone"]


def question(key: int, title: str = "Wie betaalt de bus?", **more: object) -> Document:
    values: dict[str, object] = {"audience": ("everyone",)} | more
    return Document(kind=Kind.QUESTION, key=key, title=title, **values)  # type: ignore[arg-type]


def similar(index: Index, text: str, audience: Collection[str] = EVERYONE) -> list[int]:
    return [each.key for each in index.similar(text, "", audience, Thesaurus(), limit=50)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "index"
    Index(root).rebuild([question(1), question(2)])
    return root


class Searcher(threading.Thread):
    """Searches without a pause; keeps how many were answered and what went wrong."""

    def __init__(self, index: Index) -> None:
        super().__init__()
        self.answered = 0
        self.fault: BaseException | None = None
        self._index = index
        self._ends = threading.Event()

    def run(self) -> None:
        """Search until told to end."""
        try:
            while not self._ends.is_set():
                assert similar(self._index, "bus")
                self.answered += 1
        except BaseException as fault:  # noqa: BLE001 - told to the test
            self.fault = fault

    def end(self) -> int:
        """Stop, and return how many searches were answered."""
        self._ends.set()
        self.join()
        if self.fault:
            raise self.fault
        return self.answered


def test_all_searches_are_answered_while_everything_is_indexed_anew_and_changed(root: Path) -> None:
    shared = Index(root)
    searchers = [Searcher(index) for index in (shared, shared, Index(root))]
    for searcher in searchers:
        searcher.start()
    answered_before_the_end = []

    def documents() -> Iterator[Document]:
        for key in range(1, 201):
            if key % 100 == 0:
                Index(root).apply([question(1000 + key)])
            yield question(key)
        answered_before_the_end.extend(searcher.answered for searcher in searchers)

    writer = Index(root)
    writer.rebuild(documents(), lambda _kind, keys: [question(key) for key in keys])
    for _ in range(3):
        writer.apply([question(2000)])
    assert all(searcher.end() > before > 0 for searcher, before in zip(searchers, answered_before_the_end, strict=True))
    assert len(writer.versions(Kind.QUESTION)) == 203


def test_what_changes_during_a_rebuild_is_in_the_index_at_once_and_after_it(root: Path) -> None:
    other = Index(root)
    later = {2: question(2, "Nieuwe titel", version=2), 3: question(3, "Erbij")}

    def documents() -> Iterator[Document]:
        yield question(1)
        other.apply(later.values(), [(Kind.QUESTION, 1)])
        assert set(other.versions(Kind.QUESTION).items()) == {(2, 2), (3, 0)}
        yield question(2)

    def again(kind: Kind, keys: Collection[int]) -> list[Document]:
        assert (kind, set(keys)) == (Kind.QUESTION, {1, 2, 3})
        return list(later.values())

    other.rebuild(documents(), again)
    assert other.versions(Kind.QUESTION) == {2: 2, 3: 0}
    assert Index(root).versions(Kind.QUESTION) == {2: 2, 3: 0}


def test_a_rebuild_that_fails_leaves_the_index_as_it_was_and_no_files(root: Path) -> None:
    def documents() -> Iterator[Document]:
        yield question(3)
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        Index(root).rebuild(documents())
    assert set(Index(root).versions(Kind.QUESTION)) == {1, 2}
    assert len(list(root.glob("g*"))) == 1


def test_what_a_dead_rebuild_left_is_removed_but_not_what_a_living_one_makes(root: Path) -> None:
    (root / "g000007-00000000" / "questions").mkdir(parents=True)
    index = Index(root)

    def documents() -> Iterator[Document]:
        yield question(1)
        Index(root).tidy()
        assert len(list(root.glob("g*"))) == 3

    index.rebuild(documents(), lambda _kind, _keys: [])
    index.tidy()
    assert [path.name for path in root.glob("g*")] == [(root / "current").read_text()]


def test_a_second_rebuild_waits_and_finds_that_it_is_not_needed(root: Path) -> None:
    (root / "current").unlink()
    read: list[str] = []

    def documents(name: str) -> Iterator[Document]:
        read.append(name)
        if name == "first":
            second.start()
        yield question(1)

    second = threading.Thread(target=Index(root).rebuild, args=(documents("second"),), kwargs={"only_if_needed": True})
    Index(root).rebuild(documents("first"), only_if_needed=True)
    second.join()
    assert read == ["first"]


def test_a_search_does_not_wait_for_a_state_that_takes_long_to_open(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, may_open = Index(root), threading.Event()
    assert similar(index, "bus") == [1, 2]

    def slow(*given: object) -> Snapshot:
        may_open.wait()
        return Snapshot(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "Snapshot", slow)
    Index(root).apply([question(3)])
    assert similar(index, "bus") == [1, 2]
    may_open.set()
    index._disk._readings[Kind.QUESTION]._opening.join()  # type: ignore[union-attr]
    assert sorted(similar(index, "bus")) == [1, 2, 3]


def test_an_index_that_a_single_change_began_wants_a_rebuild(tmp_path: Path) -> None:
    index = Index(tmp_path / "new")
    index.apply([question(1)])
    assert similar(index, "bus") == [1]
    assert index.needs_rebuild()
    index.rebuild([question(1), question(2)], only_if_needed=True)
    assert not index.needs_rebuild()


def test_a_change_begins_no_index_where_one_broke(root: Path) -> None:
    (root / "current").unlink()
    with pytest.raises(IndexBroken):
        Index(root).apply([question(9)])


def test_an_index_of_another_analysis_is_searched_until_it_is_made_anew(root: Path) -> None:
    meta = next(root.glob("g*/meta.json"))
    meta.write_text(meta.read_text().replace(".", ".0", 1))
    index = Index(root)
    assert index.needs_rebuild()
    assert similar(index, "bus") == [1, 2]
    with pytest.raises(IndexBroken):
        index.apply([question(3)])


def test_nothing_hidden_counts_is_named_or_moves_what_is_shown(tmp_path: Path) -> None:
    """The same answers, to the last digit, with and without documents that someone may not see."""
    seen = [question(key, f"De bus van groep {key}", body="taxi " * key, themes=("vervoer",)) for key in range(1, 8)]
    hidden = [
        question(
            100 + key,
            "Schorsing en de bus",
            body="taxi bus reorganisatie",
            audience=("organisation:5",),
            themes=("zorg",),
        )
        for key in range(20)
    ]
    without, beside = Index(tmp_path / "without"), Index(tmp_path / "beside")
    without.rebuild(seen)
    beside.rebuild(hidden)
    for document in seen:
        beside.apply([document])
    for text in ("bus taxi", "schorsing", "reorganisatie", "reorganisatei", "taxxi"):
        assert shown(beside, text) == shown(without, text)
    assert similar(beside, "schorsing", ["organisation:5"])


def shown(index: Index, text: str) -> list[object]:
    given = (text, "", EVERYONE, Thesaurus())
    evidence = index.evidence(*given)
    request = SearchRequest(query=parse(text), audience=frozenset(EVERYONE), now=datetime(2026, 3, 1, tzinfo=UTC))
    return [
        replace(index.search(request, Thesaurus()), took=0),
        index.complete(text, EVERYONE, Thesaurus()),
        [(each.key, each.score, each.likeness) for each in index.similar(*given, limit=50)],
        index.suggest_themes(*given),
        [(thread.key, thread.score) for thread in evidence.threads],
    ]


def test_the_version_counts_the_source_of_the_analysis() -> None:
    schema, _, analysis = VERSION.partition(".")
    assert schema.isdigit()
    assert len(analysis) == 8
