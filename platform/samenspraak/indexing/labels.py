"""Themes whose label or name in addresses changed: the documents that hold them are indexed again.

All else of the thesaurus is read at each search, from the database, and needs no index.
"""

from samenspraak.core.db import SessionFactory, reading
from samenspraak.indexing.upkeep import BATCH, index_some
from samenspraak.search.document import Kind
from samenspraak.search.index import Index
from samenspraak.themes.queries import theme_labels


def follow_labels(sessions: SessionFactory, index: Index) -> int:
    """Index again what holds a label that changed; return how many documents. Raises IndexBroken."""
    with reading(sessions) as session:
        labels = theme_labels(session)
    if labels == index.stamps():
        return 0
    touched = touched_by(labels, index)
    for kind in Kind:
        keys = sorted(key for of, key in touched if of is kind)
        for start in range(0, len(keys), BATCH):
            index_some(sessions, index, kind, keys[start : start + BATCH])
    index.stamp(labels)
    return len(touched)


def touched_by(labels: dict[str, str], index: Index) -> set[tuple[Kind, int]]:
    """The documents in the index that were made with other labels than these. Raises IndexBroken."""
    before = index.stamps()
    changed = {slug for slug in before.keys() | labels.keys() if before.get(slug) != labels.get(slug)}
    return {(kind, key) for kind in Kind for key in index.keys_about(kind, changed)}
