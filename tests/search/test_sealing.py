"""What is pointed to is on the disk before it is pointed to: a power failure leaves the old state or the new one."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samenspraak.search.document import Document, Kind
from samenspraak.search.errors import Damaged
from samenspraak.search.index import Index
from samenspraak.search.sealing import SealedStorage

_watch: list[Callable[[str, tuple[object, ...]], None]] = []
sys.addaudithook(lambda event, given: [watch(event, given) for watch in _watch] and None)


class PowerMeter:
    """Knows which files were forced onto the disk in their present state, and looks at each renaming."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.renamed: list[str] = []
        self._synced: dict[int, int] = {}

    def sync(self, descriptor: int) -> None:
        """Note a file or folder that is forced onto the disk."""
        state = os.fstat(descriptor)
        self._synced[state.st_ino] = state.st_size

    def hear(self, event: str, given: tuple[object, ...]) -> None:
        """Look, when something gets the name by which it is found, whether all that it needs is on the disk."""
        if event == "os.rename" and str(given[0]).startswith(str(self.root)):
            old, new = Path(str(given[0])), Path(str(given[1]))
            for path in self._needed(old, new):
                state = path.stat()
                assert state.st_ino in self._synced, f"{path.name} is not on the disk when {new.name} is"
                assert path.is_dir() or self._synced[state.st_ino] == state.st_size, path.name
            self.renamed.append(new.name)
            self._synced.pop(new.parent.stat().st_ino, None)

    def _needed(self, old: Path, new: Path) -> list[Path]:
        needed = [old]
        if new.suffix == ".toc":
            needed += old.parent.glob("*.seg")
        if new.name == "current":
            folder = self.root / old.read_text()
            needed += [path for path in folder.rglob("*") if path.name != "changed"]
            needed += [folder, self.root]
        return needed


def test_all_is_on_the_disk_before_it_is_pointed_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meter = PowerMeter(tmp_path / "index")
    monkeypatch.setattr(os, "fsync", meter.sync)
    monkeypatch.setattr(sys.modules[__name__], "_watch", [meter.hear])
    documents = [
        Document(kind=kind, key=key, title="Wie betaalt de bus?", audience=("everyone",))
        for kind in Kind
        for key in range(3)
    ]
    index = Index(meter.root)
    index.rebuild(documents, lambda _kind, _keys: [])
    for document in documents:
        index.apply([document])
    assert {"current", "meta.json", "_MAIN_0.toc", "_MAIN_4.toc"} <= set(meter.renamed)


def test_a_file_is_verified_again_when_it_changed(tmp_path: Path) -> None:
    storage = SealedStorage(tmp_path)
    with storage.create_file("MAIN_1.seg") as file:
        file.write(b"what was written")
    storage.verify(["MAIN_1.seg"])
    with storage.open_file("MAIN_1.seg") as file:
        assert file.read(16) == b"what was written"
    content = (tmp_path / "MAIN_1.seg").read_bytes()
    (tmp_path / "MAIN_1.seg").write_bytes(content.replace(b"what", b"WHAT"))
    with pytest.raises(Damaged):
        storage.verify(["MAIN_1.seg"])
