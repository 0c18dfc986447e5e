"""The index on disk: readers that go on whatever happens, and one writer at a time among all processes.

A rebuild fills a new folder beside the one in use and switches in one step. Changes meanwhile go into the one in use,
and are repeated in the new one before the switch. Readers see another process's commit at their next search.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from whoosh.index import FileIndex

from samenspraak.search.contents import Content, contents
from samenspraak.search.document import Document, Kind
from samenspraak.search.errors import Damaged, IndexBroken
from samenspraak.search.folders import SUBFOLDERS, Folders, Meta
from samenspraak.search.holding import Cache
from samenspraak.search.reading import MOVED, TRIES, Reading
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.version import VERSION
from samenspraak.search.writing import change, create, files_in_use, fill

Again: TypeAlias = Callable[[Kind, Collection[int]], Iterable[Document]]
"""Gives the documents of these keys as they are now; what is gone has none."""

_WRITE, _REBUILD = "write", "rebuild"


class WhooshIndex:
    """Readers and the writer of one index folder."""

    def __init__(self, root: Path) -> None:
        self._folders = Folders(root)
        cache = Cache()
        self._readings = {kind: Reading(self._folders, kind, cache) for kind in Kind}

    def snapshot(self, kind: Kind) -> Snapshot:
        """The newest committed state of one kind, or one that is a moment old. Raises IndexBroken."""
        return self._readings[kind].snapshot()

    def needs_rebuild(self) -> bool:
        """Whether the index is missing, damaged, not whole, or made by another version of schema or analysis."""
        try:
            self.verify(again=False)
            meta = self._folders.meta(self._folders.current())
        except IndexBroken:
            return True
        return meta.version != VERSION or not meta.whole

    def verify(self, *, again: bool = True) -> None:
        """Compare every file with its checksum, or only what changed since it was last done. Raises IndexBroken."""
        for _ in range(TRIES):
            folder = self._folders.current()
            try:
                for kind in Kind:
                    index = self._index(folder, kind)
                    index.storage.verify(files_in_use(index)[1], again=again)
            except Damaged:
                self._folders.condemn(folder)
                raise
            except MOVED:
                continue
            except OSError as error:
                raise IndexBroken(repr(error)) from error
            return
        self._folders.condemn(folder)
        raise IndexBroken("files of the index are missing")

    def is_sound(self) -> bool:
        """Whether all files are what was written, and what is held is what they say."""
        try:
            self.verify()
        except IndexBroken:
            return False
        return all(reading.holds_newest() for reading in self._readings.values())

    def contents(self, kind: Kind) -> dict[int, Content]:
        """What is held of every document, by key. Raises IndexBroken."""
        return contents(self._index(self._folders.current(), kind))

    def stamps(self) -> Mapping[str, str]:
        """What the documents were made with, as given to `rebuild` or `stamp`. Raises IndexBroken."""
        return self._folders.meta(self._folders.current()).stamps

    def stamp(self, stamps: Mapping[str, str]) -> None:
        """Note what the documents are made with from now on. Raises IndexBroken."""
        with self._folders.alone(_WRITE):
            folder = self._folders.current()
            self._folders.write_meta(folder, replace(self._folders.meta(folder), stamps=dict(stamps)))

    def apply(self, documents: Iterable[Document], removed: Iterable[tuple[Kind, int]] = ()) -> None:
        """Add or replace documents and take others out, in one commit a kind; may be repeated. Raises IndexBroken.

        Both are read only when nobody else can write. Where no index is, one is begun that wants a rebuild.
        """
        with self._folders.alone(_WRITE):
            folder = self._fitting()
            gone, come = list(removed), list(documents)
            self._folders.note({*gone, *((each.kind, each.key) for each in come)})
            for kind in Kind:
                ours = [each for each in come if each.kind is kind]
                change(self._index(folder, kind), ours, [key for of, key in gone if of is kind])
                self._readings[kind].be_urgent()

    def rebuild(
        self,
        documents: Iterable[Document],
        again: Again | None = None,
        stamps: Mapping[str, str] | None = None,
        *,
        only_if_needed: bool = False,
    ) -> int:
        """Index everything anew and switch to it; searches go on meanwhile. Returns the number.

        Changes go on too where `again` can tell what changed in the end; else they wait. A rebuild waits for another.
        """
        with self._folders.alone(_REBUILD):
            if only_if_needed and not self.needs_rebuild():
                return 0
            folder = self._folders.make(Meta(stamps=stamps or {}))
            try:
                return self._rebuild(folder, documents, again)
            except BaseException:
                self._folders.remove([folder])
                raise

    def tidy(self) -> bool:
        """Remove what rebuilds left behind, unless one is under way; return whether it was done."""
        with self._folders.alone(_REBUILD, patient=False) as is_free:
            if is_free and self._folders.in_use():
                with self._folders.alone(_WRITE):
                    self._folders.tidy()
                return True
        return False

    def _rebuild(self, folder: Path, documents: Iterable[Document], again: Again | None) -> int:
        indexes = {kind: create(folder / name, kind) for kind, name in SUBFOLDERS.items()}
        if again is None:
            with self._folders.alone(_WRITE):
                count = fill(indexes, documents)
                self._switch(folder)
            return count
        with self._folders.alone(_WRITE):
            self._folders.begin_noting(folder)
        count = fill(indexes, documents)
        with self._folders.alone(_WRITE):
            for kind, keys in self._folders.end_noting(folder).items():
                come = list(again(kind, keys)) if keys else []
                change(indexes[kind], come, keys - {each.key for each in come})
            self._switch(folder)
        return count

    def _switch(self, folder: Path) -> None:
        """Point to a folder, and remove all but it and the one before, which others may be opening."""
        before = self._folders.in_use()
        self._folders.switch(folder)
        self._folders.remove(self._folders.all() - before - {folder})
        for reading in self._readings.values():
            reading.be_urgent()

    def _fitting(self) -> Path:
        """The folder that this version may write to, begun where there never was one. Raises IndexBroken."""
        if not self._folders.in_use() and not self._folders.all():
            begun = self._folders.make(Meta(whole=False))
            for kind, name in SUBFOLDERS.items():
                create(begun / name, kind)
            self._folders.switch(begun)
        folder = self._folders.current()
        if self._folders.meta(folder).version != VERSION:
            raise IndexBroken("the index was made by another version")
        return folder

    def _index(self, folder: Path, kind: Kind) -> FileIndex:
        return self._readings[kind].index(folder)
