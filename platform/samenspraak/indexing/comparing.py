"""Whether index and database hold the same, document by document."""

import dataclasses
import enum
from collections.abc import Callable, Iterator, Sequence

from samenspraak.core.db import SessionFactory, reading
from samenspraak.indexing.upkeep import BATCH, all_documents, index_some
from samenspraak.search.document import Kind
from samenspraak.search.index import Index


class Fault(enum.StrEnum):
    """What can be wrong with one document."""

    MISSING = "missing"
    OLDER = "older"
    NEWER = "newer"
    SURPLUS = "surplus"


@dataclasses.dataclass(frozen=True)
class Difference:
    """A document that the index holds in another version than the database, or only one of the two holds."""

    kind: Kind
    key: int
    fault: Fault


def compare(
    sessions: SessionFactory, index: Index, told: Callable[[int], None] = lambda _count: None
) -> list[Difference]:
    """Return in what index and database differ. What changes meanwhile shows as older. Raises IndexBroken."""
    held = {(kind, key): version for kind in Kind for key, version in index.versions(kind).items()}
    with reading(sessions) as session:
        wanted = {(each.kind, each.key): each.version for each in all_documents(session, told)}
    return list(_differences(held, wanted))


def repair(sessions: SessionFactory, index: Index, differences: Sequence[Difference]) -> None:
    """Bring what differs into the index as it is now."""
    # The index keeps the newer one of two versions; after a database was put back from a backup, that one must go.
    index.apply([], [(each.kind, each.key) for each in differences if each.fault is Fault.NEWER])
    for kind in Kind:
        keys = [each.key for each in differences if each.kind is kind]
        for start in range(0, len(keys), BATCH):
            index_some(sessions, index, kind, keys[start : start + BATCH])


def _differences(held: dict[tuple[Kind, int], int], wanted: dict[tuple[Kind, int], int]) -> Iterator[Difference]:
    for kind, key in sorted(held.keys() | wanted.keys()):
        there, here = held.get((kind, key)), wanted.get((kind, key))
        if there is None:
            yield Difference(kind, key, Fault.MISSING)
        elif here is None:
            yield Difference(kind, key, Fault.SURPLUS)
        elif there != here:
            yield Difference(kind, key, Fault.OLDER if there < here else Fault.NEWER)
