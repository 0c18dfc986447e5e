"""The index as the rest of the house knows it. Every reading method is told for whom: `audience` tokens."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from samenspraak.search.completing import Completion
from samenspraak.search.document import Document, Kind
from samenspraak.search.errors import IndexBroken, is_damage
from samenspraak.search.evidence import Evidence, gather
from samenspraak.search.finding import search
from samenspraak.search.request import SearchRequest, SearchResult
from samenspraak.search.settings import LIMITS, RANKING
from samenspraak.search.similar import Similar, similar
from samenspraak.search.theming import suggest_themes
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.whoosh_index import WhooshIndex


class Index:
    """Finds questions and experts. Opening reads nothing; methods raise IndexBroken when a rebuild is needed."""

    def __init__(self, root: Path) -> None:
        self._disk = WhooshIndex(root)

    def needs_rebuild(self) -> bool:
        """Whether the index is missing, unreadable or made by another version of the analysis."""
        return self._disk.needs_rebuild()

    def apply(self, documents: Iterable[Document], removed: Iterable[tuple[Kind, int]] = ()) -> None:
        """Add or replace documents and take others out, in one commit; may be repeated with the same result."""
        self._disk.apply(documents, removed)

    def rebuild(self, documents: Iterable[Document]) -> int:
        """Index everything anew while searches go on, then switch. Returns the number of documents."""
        return self._disk.rebuild(documents)

    def versions(self, kind: Kind) -> dict[int, int]:
        """The version of every document of a kind, by key: to compare with the database."""
        with self._guarded():
            return self._disk.snapshot(kind).versions()

    def search(self, request: SearchRequest, thesaurus: Thesaurus) -> SearchResult:
        """One page of what a reader may find. Takes about a second at most, then says that it is partial."""
        with self._guarded():
            return search({kind: self._disk.snapshot(kind) for kind in Kind}, request, thesaurus)

    def complete(
        self, typed: str, audience: Iterable[str], thesaurus: Thesaurus, limit: int = LIMITS.completions
    ) -> list[Completion]:
        """What a reader may be typing, most likely first: only what they may see."""
        del typed, audience, thesaurus, limit
        return []

    def similar(
        self,
        title: str,
        body: str,
        audience: Iterable[str],
        thesaurus: Thesaurus,
        *,
        limit: int = 5,
        without: int | None = None,
        at_least: float = RANKING.least_likeness,
    ) -> list[Similar]:
        """The visible questions that are most like this one, best first, down to a likeness (see `Similar`)."""
        with self._guarded():
            view = self._disk.snapshot(Kind.QUESTION).view(audience)
            return similar(view, title, body, thesaurus, limit, without, at_least)

    def evidence(
        self, title: str, body: str, audience: Iterable[str], thesaurus: Thesaurus, *, without: int | None = None
    ) -> Evidence:
        """What speaks for whom in answering this question; `without` leaves the question itself out."""
        with self._guarded():
            tokens = frozenset(audience)
            questions, experts = (self._disk.snapshot(kind).view(tokens) for kind in (Kind.QUESTION, Kind.EXPERT))
            return gather(questions, experts, f"{title}\n{body}", thesaurus, without)

    def suggest_themes(
        self, title: str, body: str, audience: Iterable[str], thesaurus: Thesaurus, *, limit: int = 3
    ) -> list[str]:
        """The slugs of themes that fit a text, most fitting first."""
        with self._guarded():
            view = self._disk.snapshot(Kind.QUESTION).view(audience)
            return suggest_themes(view, title, body, thesaurus, limit)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn what damaged files raise deep inside the engine into IndexBroken, and have the index made anew."""
        try:
            yield
        except Exception as error:
            if not is_damage(error):
                raise
            self._disk.condemn()
            raise IndexBroken(repr(error)) from error
