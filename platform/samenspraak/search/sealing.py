"""The files of a Whoosh index, sealed with a checksum and forced onto the disk, and never mapped into memory.

Whoosh does not ask the disk to keep what it wrote, so a power failure can leave empty files; it cannot tell whether
bytes changed; and a mapped file that is cut off kills the process that reads it (SIGBUS). Here every segment and every
table of contents ends with a checksum, is on the disk before it is pointed to, and is verified before it is read: once,
and again when its size or its times have changed.
"""

import os
import struct
import zlib
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

from samenspraak.search.errors import Damaged

_SEAL = struct.Struct("<4sI")
_MARK = b"sam1"
_PIECE = 1 << 20

State = tuple[int, int, int, int]


class SealedStorage(FileStorage):  # type: ignore[misc]
    """A folder of one Whoosh index. Reading a file whose bytes changed raises Damaged."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), supports_mmap=False)
        self.path = folder
        self._verified: dict[str, State] = {}

    def create_file(self, name: str, excl: bool = False, mode: str = "wb", **options: Any) -> StructFile:  # noqa: FBT001, FBT002
        """Create a file; a segment or a table of contents is sealed when it is closed."""
        if _is_sealed(name):
            options["onclose"] = partial(_seal, self.path / name)
        return super().create_file(name, excl=excl, mode=mode, **options)

    def open_file(self, name: str, **options: Any) -> StructFile:
        """Open a file that is what was written."""
        if _is_sealed(name):
            self.verify([name])
        return super().open_file(name, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002
        """Rename a file for good."""
        super().rename_file(oldname, newname, safe=safe)
        sync_folder(self.path)

    def verify(self, names: Collection[str], *, again: bool = False) -> None:
        """Read files whole that were not seen in this state, or, `again`, all. Raises Damaged, FileNotFoundError."""
        for name in names:
            state = _state_of(self.path / name)
            if again or self._verified.get(name) != state:
                _check(self.path / name)
                self._verified[name] = state


def sync_folder(folder: Path) -> None:
    """Force the names in a folder onto the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(path: Path, text: str) -> None:
    """Write a small file that at any moment has either its old or its new content, also after a power failure."""
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def _is_sealed(name: str) -> bool:
    return name.endswith(".seg") or ".toc" in name


def _state_of(path: Path) -> State:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _seal(path: Path, file: StructFile) -> None:
    file.flush()
    checksum = _checksum(path, path.stat().st_size)
    file.seek(0, os.SEEK_END)
    file.write(_SEAL.pack(_MARK, checksum))
    file.flush()
    os.fsync(file.fileno())


def _check(path: Path) -> None:
    size = path.stat().st_size - _SEAL.size
    if size < 0:
        raise Damaged(f"{path.name} was cut off")
    with path.open("rb") as file:
        file.seek(size)
        seal = file.read(_SEAL.size)
    if seal != _SEAL.pack(_MARK, _checksum(path, size)):
        raise Damaged(f"{path.name} is not what was written")


def _checksum(path: Path, size: int) -> int:
    """Add up the first bytes of a file, piece by piece."""
    found = 0
    with path.open("rb") as file:
        while size > 0 and (piece := file.read(min(size, _PIECE))):
            found = zlib.crc32(piece, found)
            size -= len(piece)
    return found
