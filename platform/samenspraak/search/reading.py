"""What is read of one kind: the newest committed state, held, and replaced without anyone waiting for it."""

import threading
from dataclasses import dataclass
from pathlib import Path

from whoosh.index import EmptyIndexError, FileIndex

from samenspraak.search.document import Kind
from samenspraak.search.errors import Damaged, IndexBroken
from samenspraak.search.folders import SUBFOLDERS, Folders
from samenspraak.search.holding import Cache
from samenspraak.search.sealing import SealedStorage
from samenspraak.search.settings import LIMITS
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.writing import files_in_use

TRIES = 5
MOVED = (FileNotFoundError, EmptyIndexError)
"""What comes when a rebuild switched or a commit cleaned up between two looks; if it stays, files are missing."""


@dataclass(frozen=True)
class _Held:
    folder: Path
    generation: int
    files: tuple[str, ...]
    index: FileIndex
    snapshot: Snapshot


class Reading:
    """The snapshots of one kind. One thread at a time opens a new one, while others go on with the one before."""

    def __init__(self, folders: Folders, kind: Kind, cache: Cache) -> None:
        self._folders = folders
        self._kind = kind
        self._cache = cache
        self._held: _Held | None = None
        self._index: tuple[Path, FileIndex] | None = None
        self._lock = threading.Lock()
        self._opening: threading.Thread | None = None
        self._is_urgent = False

    def snapshot(self) -> Snapshot:
        """The newest state, or the one before it when the newest takes long to open. Raises IndexBroken."""
        held = self._held
        if held is None:
            return self.newest()
        try:
            if self._is_newest(held):
                return held.snapshot
        except MOVED:
            pass
        except Damaged:
            return self.newest()
        opening = self._opening_in_background()
        opening.join(None if self._is_urgent else LIMITS.patience)
        return held.snapshot if opening.is_alive() else self.newest()

    def be_urgent(self) -> None:
        """Have the next one who asks wait for the newest state: who changed something sees the change."""
        self._is_urgent = True

    def newest(self) -> Snapshot:
        """The newest state, however long it takes to open. Raises IndexBroken."""
        folder = self._folders.current()
        with self._lock:
            for _ in range(TRIES):
                try:
                    folder = self._folders.current()
                    return self._newest(folder).snapshot
                except MOVED:
                    self._held = None
                except IndexBroken as error:
                    self._held = None
                    if isinstance(error, Damaged):
                        self._folders.condemn(folder)
                    raise
                except Exception as error:
                    self._held = None
                    if not isinstance(error, OSError):  # such as too many open files, which a rebuild would not mend
                        self._folders.condemn(folder)
                    raise IndexBroken(repr(error)) from error
        self._folders.condemn(folder)
        raise IndexBroken("files of the index are missing")

    def index(self, folder: Path) -> FileIndex:
        """The index of this kind in a folder, whose storage knows which files it has verified."""
        opened = self._index
        if opened is None or opened[0] != folder:
            opened = self._index = folder, FileIndex(SealedStorage(folder / SUBFOLDERS[self._kind]))
        return opened[1]

    def holds_newest(self) -> bool:
        """Whether what is held, if anything, is the present state, its files unchanged at first sight."""
        held = self._held
        try:
            return held is None or self._is_newest(held)
        except (IndexBroken, OSError):
            return False

    def _newest(self, folder: Path) -> _Held:
        held = self._held
        if held and self._is_newest(held):
            return held
        if not self._folders.meta(folder).fits():
            raise IndexBroken("the index was made by another version")
        is_same = held is not None and held.folder == folder
        index = self.index(folder)
        generation, files = files_in_use(index)  # before the snapshot: at worst it is opened once too often
        snapshot = Snapshot(index, self._cache, held.snapshot if held and is_same else None)
        self._is_urgent = False
        self._held = _Held(folder, generation, tuple(files), index, snapshot)
        return self._held

    def _is_newest(self, held: _Held) -> bool:
        """Whether this is the present state. Raises Damaged when its files changed."""
        if held.folder != self._folders.current() or held.generation != held.index.latest_generation():
            return False
        held.index.storage.verify(held.files)
        return True

    def _opening_in_background(self) -> threading.Thread:
        opening = self._opening
        if opening is None or not opening.is_alive():
            opening = self._opening = threading.Thread(target=self._try_newest, name="opening", daemon=True)
            opening.start()
        return opening

    def _try_newest(self) -> None:
        try:
            self.newest()
        except IndexBroken:
            return  # the next search says so
