"""Changing one Whoosh index. Only one thread at a time may: whoever calls sees to that (`Folders.alone`)."""

import json
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from whoosh.index import TOC, FileIndex
from whoosh.query import Term
from whoosh.searching import Searcher

from samenspraak.search.document import Document, Kind
from samenspraak.search.inverting import Inverter
from samenspraak.search.rows import row_of
from samenspraak.search.schema import schema_of
from samenspraak.search.sealing import SealedStorage


def create(folder: Path, kind: Kind) -> FileIndex:
    """Make an empty index."""
    return FileIndex.create(SealedStorage(folder), schema_of(kind))


def fill(indexes: Mapping[Kind, FileIndex], documents: Iterable[Document]) -> int:
    """Write documents to new indexes, one commit each; return how many."""
    count = 0
    with ExitStack() as stack:
        writers = {kind: stack.enter_context(_writing(index)) for kind, index in indexes.items()}
        for count, document in enumerate(documents, start=1):  # noqa: B007
            writers[document.kind].add(row_of(document))
    return count


def change(index: FileIndex, documents: Sequence[Document], removed: Collection[int]) -> None:
    """Add or replace documents, unless newer ones are there, and take others out, in one commit."""
    newest = {each.key: each for each in sorted(documents, key=lambda each: each.version)}
    with index.reader() as reader:
        held = _versions_of(reader, {*newest, *removed})
    come = [each for each in newest.values() if each.key not in removed and each.version >= held.get(each.key, 0)]
    gone = [key for key in (*removed, *(each.key for each in come)) if key in held]
    if come or gone:
        _write(index, come, gone)


def files_in_use(index: FileIndex) -> tuple[int, list[str]]:
    """The present generation of an index, and the names of its files."""
    toc = TOC.read(index.storage, index.indexname)
    name = TOC._filename(index.indexname, toc.generation)  # noqa: SLF001
    return toc.generation, [name, *(each.make_filename(each.COMPOUND_EXT) for each in toc.segments)]


def _versions_of(reader: Any, keys: Iterable[int]) -> dict[int, int]:
    """The versions of those documents that are there."""
    found = {}
    for leaf, _ in reader.leaf_readers():
        facts = leaf.column_reader("facts") if leaf.doc_count_all() else None
        for key in keys:
            if facts is not None and ("key", str(key)) in leaf:
                for number in leaf.postings("key", str(key)).all_ids():
                    found[key] = int(json.loads(facts[number])["version"])
    return found


def _write(index: FileIndex, come: Sequence[Document], gone: Sequence[int]) -> None:
    with _writing(index) as writer:
        with index.reader() as reader:
            searcher = Searcher(reader)
            for key in gone:
                writer.delete_by_query(Term("key", str(key)), searcher=searcher)
        for document in come:
            writer.add(row_of(document))


@contextmanager
def _writing(index: FileIndex) -> Iterator[Inverter]:
    """Commit what is done within, or leave nothing of it: also what a process that died left behind is removed."""
    _sweep(index)
    writer = Inverter(index, _lk=False)
    try:
        yield writer
        writer.commit()
    except BaseException:
        with suppress(Exception):
            writer.cancel()
        _sweep(index)
        raise


def _sweep(index: FileIndex) -> None:
    """Remove all files that the present state does not need."""
    kept = set(files_in_use(index)[1])
    for path in index.storage.path.iterdir():
        if path.name not in kept:
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
