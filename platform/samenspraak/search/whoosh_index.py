"""The index on disk: `<root>/current` names the folder in use, `<root>/<name>/{questions,experts}` are Whoosh indexes.

A rebuild writes a new folder and switches the pointer in one step, while readers go on. One process writes at a time,
guarded by a lock that dies with its process. Readers see another process's commit at their next search.
"""

import fcntl
import json
import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.query import Term
from whoosh.searching import Searcher

from samenspraak.search.document import Document, Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.holding import Cache
from samenspraak.search.schema import VERSION, row_of, schema_of
from samenspraak.search.snapshot import Snapshot

_FOLDERS = {Kind.QUESTION: "questions", Kind.EXPERT: "experts"}
_TRIES = 3


@dataclass
class _Held:
    name: str
    generation: int
    index: FileIndex
    snapshot: Snapshot


class WhooshIndex:
    """Readers and the writer of one index folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._held: dict[Kind, _Held] = {}
        self._cache = Cache()
        self._lock = threading.RLock()

    def snapshot(self, kind: Kind) -> Snapshot:
        """The newest committed state of one kind. Raises IndexBroken."""
        with self._lock:
            for _ in range(_TRIES):
                try:
                    return self._fresh(kind).snapshot
                except FileNotFoundError:  # a rebuild switched or a commit cleaned up between our two looks
                    self._held.pop(kind, None)
                except Exception as error:
                    self._held.pop(kind, None)
                    raise IndexBroken(str(error)) from error
        raise IndexBroken("the index has no readable state")

    def needs_rebuild(self) -> bool:
        """Whether the index is missing, unreadable or made by another version of the analysis."""
        try:
            for kind in Kind:
                self.snapshot(kind)
            return self._version() != VERSION
        except (IndexBroken, OSError, ValueError):
            return True

    def condemn(self) -> None:
        """Have every process see the index as missing, so that the next one to mend makes it anew."""
        (self._root / "current").unlink(missing_ok=True)

    def apply(self, documents: Iterable[Document], removed: Iterable[tuple[Kind, int]] = ()) -> None:
        """Add or replace documents and take others out, in one commit a kind; may be repeated. Raises IndexBroken."""
        with self._alone():
            if not (self._root / "current").exists():
                self._switch(self._made())
            if self._version() != VERSION:
                raise IndexBroken("the index was made by another version")
            gone, come = list(removed), list(documents)
            for kind in Kind:
                self._apply_to(kind, [each for each in come if each.kind is kind], [k for of, k in gone if of is kind])

    def rebuild(self, documents: Iterable[Document]) -> int:
        """Index everything anew and switch to it; searches go on meanwhile, changes wait. Returns the number."""
        with self._alone():
            name = self._made()
            count = self._fill(name, documents)
            self._switch(name)
            return count

    def _fresh(self, kind: Kind) -> _Held:
        name = self._current()
        held = self._held.get(kind)
        if held and held.name == name and held.generation == held.index.latest_generation():
            return held
        index = held.index if held and held.name == name else self._opened(name, kind)
        generation = index.latest_generation()  # before the reader: at worst it is opened once too often
        fresh = _Held(name, generation, index, Snapshot(index, self._cache, held.snapshot if held else None))
        self._held[kind] = fresh
        return fresh

    def _current(self) -> str:
        return (self._root / "current").read_text(encoding="utf-8").strip()

    def _version(self) -> str:
        return str(json.loads((self._root / self._current() / "meta.json").read_text(encoding="utf-8"))["version"])

    def _opened(self, name: str, kind: Kind) -> FileIndex:
        return FileIndex(FileStorage(str(self._root / name / _FOLDERS[kind])))

    def _made(self) -> str:
        """A new folder with two empty indexes, never the one that is pointed to, even when that one is gone."""
        names = [path.name for path in self._root.glob("g*")]
        names += [self._current()] if (self._root / "current").exists() else []
        numbers = [int(name[1:]) for name in names if name[1:].isdigit()]
        name = f"g{max(numbers, default=0) + 1:06d}"
        for kind in Kind:
            folder = self._root / name / _FOLDERS[kind]
            folder.mkdir(parents=True)
            FileIndex.create(FileStorage(str(folder)), schema_of(kind))
        (self._root / name / "meta.json").write_text(json.dumps({"version": VERSION}), encoding="utf-8")
        return name

    def _fill(self, name: str, documents: Iterable[Document]) -> int:
        writers = {kind: self._opened(name, kind).writer() for kind in Kind}
        count = 0
        try:
            for count, document in enumerate(documents, start=1):  # noqa: B007
                writers[document.kind].add_document(**row_of(document))
        except BaseException:
            for writer in writers.values():
                writer.cancel()
            raise
        for writer in writers.values():
            writer.commit()
        return count

    def _switch(self, name: str) -> None:
        """Point to a folder, and remove all but it and the one before, which others may be opening."""
        before = self._current() if (self._root / "current").exists() else name
        fresh = self._root / "current.new"
        fresh.write_text(name, encoding="utf-8")
        fresh.replace(self._root / "current")
        for path in self._root.glob("g*"):
            if path.name not in {name, before}:
                shutil.rmtree(path, ignore_errors=True)

    def _apply_to(self, kind: Kind, documents: list[Document], removed: list[int]) -> None:
        held = self.snapshot(kind).versions()
        newest = {each.key: each for each in sorted(documents, key=lambda each: each.version)}
        come = [each for each in newest.values() if each.key not in removed and each.version >= held.get(each.key, 0)]
        gone = [key for key in (*removed, *(each.key for each in come)) if key in held]
        if come or gone:
            self._write(kind, come, gone)

    def _write(self, kind: Kind, come: list[Document], gone: list[int]) -> None:
        index = self._held[kind].index
        writer = index.writer(timeout=10)
        try:
            with index.reader() as reader:
                searcher = Searcher(reader)
                for key in gone:
                    writer.delete_by_query(Term("key", str(key)), searcher=searcher)
            for document in come:
                writer.add_document(**row_of(document))
        except BaseException:
            writer.cancel()
            raise
        writer.commit()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the right to write, among all threads and processes."""
        self._root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._root / "write.lock", os.O_CREAT | os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
