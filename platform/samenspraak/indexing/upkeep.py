"""Bringing questions, experts, experiences, sources and articles into the index, some or all of them."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache

from sqlalchemy import select

from samenspraak.core.db import Session, SessionFactory, reading
from samenspraak.core.outbox import NotYet
from samenspraak.knowledge.documents import article_documents
from samenspraak.knowledge.models.article import Article
from samenspraak.people.documents import experience_documents, expert_documents
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Experience
from samenspraak.questions.documents import question_documents
from samenspraak.questions.models.question import Question
from samenspraak.search.document import Document, Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from samenspraak.sources.documents import source_documents, source_keys
from samenspraak.themes.queries import theme_labels

BATCH = 200
"""Documents read from the database at a time; bounds the memory of a rebuild."""

DISK_WAIT = dt.timedelta(seconds=10)
"""Until an index that could not be written, most often for a full disk, is tried again."""

_LOADERS = {
    Kind.QUESTION: question_documents,
    Kind.EXPERT: expert_documents,
    Kind.EXPERIENCE: experience_documents,
    Kind.SOURCE: source_documents,
    Kind.ARTICLE: article_documents,
}
_KEYS = {
    Kind.QUESTION: select(Question.id).order_by(Question.id),
    Kind.EXPERT: select(ExpertProfile.person_id).order_by(ExpertProfile.person_id),
    Kind.EXPERIENCE: select(Experience.id).order_by(Experience.id),
    Kind.SOURCE: source_keys(),
    Kind.ARTICLE: select(Article.id).order_by(Article.id),
}


def index_some(sessions: SessionFactory, index: Index, kind: Kind, keys: Collection[int]) -> None:
    """Bring the present state of these into the index, in one commit; what is gone is taken out.

    An index that is missing, broken or of another version is rebuilt instead. Raises NotYet when the disk refuses: what
    was searched before goes on.
    """
    try:
        mend(sessions, index)
        _apply_or_rebuild(sessions, index, kind, keys)
    except OSError as error:
        raise NotYet(f"the index cannot be written: {error}", DISK_WAIT) from error


def mend(sessions: SessionFactory, index: Index) -> bool:
    """Rebuild an index that is missing, broken or of another version; return whether that was so."""
    broken = index.needs_rebuild()
    if broken:
        rebuild(sessions, index, only_if_needed=True)
    return broken


def rebuild(
    sessions: SessionFactory,
    index: Index,
    told: Callable[[int], None] = lambda _count: None,
    *,
    only_if_needed: bool = False,
) -> int:
    """Index everything anew while searches and changes go on, then switch. `told` hears of each batch.

    Returns how many; none if it was only to be done when needed, and another did it meanwhile.
    """

    def documents() -> Iterator[Document]:
        with reading(sessions) as session:
            yield from all_documents(session, told)

    def again(kind: Kind, keys: Collection[int]) -> Iterator[Document]:
        for some in _batches(sorted(keys)):
            with reading(sessions) as session:
                yield from _LOADERS[kind](session, some)

    with reading(sessions) as session:
        labels = theme_labels(session)
    return index.rebuild(documents(), again, labels, only_if_needed=only_if_needed)


def count_documents(sessions: SessionFactory) -> int:
    """Return how many documents a rebuild will go through."""
    with reading(sessions) as session:
        return sum(len(_keys(session, kind)) for kind in Kind)


def all_documents(session: Session, told: Callable[[int], None] = lambda _count: None) -> Iterator[Document]:
    """Yield all that should be in the index, read in batches, of each of which `told` hears."""
    for kind in Kind:
        for keys in _batches(_keys(session, kind)):
            yield from _LOADERS[kind](session, keys)
            session.expunge_all()
            told(len(keys))


def _apply_or_rebuild(sessions: SessionFactory, index: Index, kind: Kind, keys: Collection[int]) -> None:
    """Apply also after a rebuild: it may have been another's, who read before these changed."""
    try:
        _apply(sessions, index, kind, keys)
    except IndexBroken:
        mend(sessions, index)
        _apply(sessions, index, kind, keys)


def _apply(sessions: SessionFactory, index: Index, kind: Kind, keys: Collection[int]) -> None:
    """Read only when the index asks, which is when nobody else can write to it.

    What was read before another one's commit and written after it would bring back what that one took out.
    """
    with reading(sessions) as session:

        @cache
        def found() -> list[Document]:
            return _LOADERS[kind](session, keys)

        def documents() -> Iterator[Document]:
            yield from found()

        def removed() -> Iterator[tuple[Kind, int]]:
            yield from ((kind, key) for key in set(keys) - {document.key for document in found()})

        index.apply(documents(), removed())


def _keys(session: Session, kind: Kind) -> Sequence[int]:
    return session.scalars(_KEYS[kind]).all()


def _batches(keys: Sequence[int]) -> Iterable[Sequence[int]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
