"""The folders of an index: `<root>/current` names the one in use, which has a folder of Whoosh for each kind.

A rebuild fills a new folder and switches the pointer in one step. Locks die with their process, so that none is ever
left behind; what a process that died was making is removed by `tidy`.
"""

import fcntl
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from samenspraak.search.document import Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.sealing import sync_folder, write_whole
from samenspraak.search.version import VERSION

SUBFOLDERS = {
    Kind.QUESTION: "questions",
    Kind.EXPERT: "experts",
    Kind.EXPERIENCE: "experiences",
    Kind.SOURCE: "sources",
    Kind.ARTICLE: "articles",
}
_NAME = re.compile(r"g(\d{6,9})-[0-9a-f]{8}")
"""The random part keeps a changed digit from naming another folder that is there."""


@dataclass(frozen=True)
class Meta:
    """What an index was made with. One that is not `whole` was begun with a single change, and wants a rebuild."""

    version: str = VERSION
    whole: bool = True
    stamps: Mapping[str, str] = field(default_factory=dict)

    def fits(self) -> bool:
        """Whether this version can read it; the analysis (after the dot) may be another one until it is rebuilt."""
        return self.version.partition(".")[0] == VERSION.partition(".")[0]


class Folders:
    """The root of an index on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._pointer = root / "current"

    def in_use(self) -> set[Path]:
        """The folder in use, if any."""
        try:
            return {self.current()}
        except IndexBroken:
            return set()

    def current(self) -> Path:
        """The folder in use. Raises IndexBroken."""
        try:
            name = self._pointer.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise IndexBroken(f"no index is in use: {error}") from error
        if not _NAME.fullmatch(name):
            raise IndexBroken("what names the index in use is damaged")
        return self.root / name

    def condemn(self, folder: Path) -> None:
        """Have every process see the index as missing, if this folder is in use, so that it is made anew."""
        with suppress(IndexBroken, OSError):
            if self.current() == folder:
                self._pointer.unlink()

    def make(self, meta: Meta) -> Path:
        """A new folder that nobody uses yet."""
        numbers = [int(found[1]) for path in self.all() if (found := _NAME.fullmatch(path.name))]
        folder = self.root / f"g{max(numbers, default=0) + 1:06d}-{secrets.token_hex(4)}"
        for name in SUBFOLDERS.values():
            (folder / name).mkdir(parents=True)
        self.write_meta(folder, meta)
        return folder

    def switch(self, folder: Path) -> None:
        """Use a folder from now on."""
        sync_folder(self.root)
        write_whole(self._pointer, folder.name)

    def all(self) -> set[Path]:
        """Every folder there is, in use or not."""
        return set(self.root.glob("g*"))

    def remove(self, folders: Iterable[Path]) -> None:
        """Remove folders. A reader that is opening one of them tries again."""
        for path in folders:
            shutil.rmtree(path, ignore_errors=True)

    def tidy(self) -> None:
        """Remove all folders but the one in use, and what was half written; only while nobody writes."""
        used = self.in_use()
        self.remove(self.all() - used)
        for folder in (self.root, *used):
            for path in folder.glob("*.new"):
                path.unlink()

    def meta(self, folder: Path) -> Meta:
        """What a folder was made with. Raises IndexBroken."""
        try:
            return Meta(**json.loads((folder / "meta.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise IndexBroken(f"it is not known what the index was made with: {error}") from error

    def write_meta(self, folder: Path, meta: Meta) -> None:
        """Note what a folder was made with."""
        write_whole(folder / "meta.json", json.dumps(asdict(meta)))

    def note(self, changed: Iterable[tuple[Kind, int]]) -> None:
        """Tell rebuilds that are under way what changes meanwhile."""
        lines = "".join(f"{kind.value} {key}\n" for kind, key in changed)
        for path in self.root.glob("g*/changed"):
            with path.open("a", encoding="utf-8") as file:
                file.write(lines)

    def begin_noting(self, folder: Path) -> None:
        """Have what changes from now on noted for this folder."""
        (folder / "changed").touch()

    def end_noting(self, folder: Path) -> dict[Kind, set[int]]:
        """What changed since, by kind."""
        found: dict[Kind, set[int]] = {kind: set() for kind in Kind}
        for line in (folder / "changed").read_text(encoding="utf-8").splitlines():
            kind, _, key = line.partition(" ")
            found[Kind(kind)].add(int(key))
        (folder / "changed").unlink()
        return found

    @contextmanager
    def alone(self, purpose: str, *, patient: bool = True) -> Iterator[bool]:
        """Hold a right that one thread of one process has at a time; without patience, say whether it was free."""
        self.root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.root / f"{purpose}.lock", os.O_CREAT | os.O_RDWR)
        try:
            yield _lock(descriptor, patient)
        finally:
            os.close(descriptor)


def _lock(descriptor: int, patient: bool) -> bool:  # noqa: FBT001
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
