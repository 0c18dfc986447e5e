"""Whether index and database hold the same, document by document."""

import dataclasses
import enum
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from samenspraak.core.db import SessionFactory, reading
from samenspraak.indexing.labels import follow_labels, touched_by
from samenspraak.indexing.upkeep import BATCH, all_documents, index_some
from samenspraak.search.contents import Content, content_of
from samenspraak.search.document import Kind
from samenspraak.search.index import Index
from samenspraak.themes.queries import theme_labels

_Contents: TypeAlias = Mapping[tuple[Kind, int], Content]


class Fault(enum.StrEnum):
    """What can be wrong with one document."""

    MISSING = "missing"
    OLDER = "older"
    NEWER = "newer"
    SURPLUS = "surplus"
    OTHER = "other"


@dataclasses.dataclass(frozen=True)
class Difference:
    """A document that the index holds in another version than the database, or in the same version but with other
    text, facts or theme labels; or only one of the two holds it.
    """

    kind: Kind
    key: int
    fault: Fault


def compare(
    sessions: SessionFactory, index: Index, told: Callable[[int], None] = lambda _count: None
) -> list[Difference]:
    """Return in what index and database differ. What changes meanwhile shows as older. Raises IndexBroken."""
    held = {(kind, key): content for kind in Kind for key, content in index.contents(kind).items()}
    with reading(sessions) as session:
        touched = touched_by(theme_labels(session), index)
        wanted = {(each.kind, each.key): content_of(each) for each in all_documents(session, told)}
    return list(_differences(held, wanted, touched))


def repair(sessions: SessionFactory, index: Index, differences: Sequence[Difference]) -> None:
    """Bring what differs into the index as it is now."""
    # The index keeps the newer one of two versions; after a database was put back from a backup, that one must go.
    index.apply([], [(each.kind, each.key) for each in differences if each.fault is Fault.NEWER])
    for kind in Kind:
        keys = [each.key for each in differences if each.kind is kind]
        for start in range(0, len(keys), BATCH):
            index_some(sessions, index, kind, keys[start : start + BATCH])
    follow_labels(sessions, index)


def _differences(held: _Contents, wanted: _Contents, touched: Collection[tuple[Kind, int]]) -> Iterator[Difference]:
    for kind, key in sorted(held.keys() | wanted.keys()):
        fault = _fault(held.get((kind, key)), wanted.get((kind, key)))
        if fault or (kind, key) in touched:
            yield Difference(kind, key, fault or Fault.OTHER)


def _fault(held: Content | None, wanted: Content | None) -> Fault | None:
    if held is None:
        return Fault.MISSING
    if wanted is None:
        return Fault.SURPLUS
    if held.version != wanted.version:
        return Fault.OLDER if held.version < wanted.version else Fault.NEWER
    return None if held == wanted else Fault.OTHER
