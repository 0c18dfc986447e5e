"""The index as the rest of the house knows it. Every reading method is told for whom: `audience` tokens."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from samenspraak.search.completing import Completion, complete
from samenspraak.search.contents import Content
from samenspraak.search.document import Document, Kind
from samenspraak.search.errors import IndexBroken, may_be_damage
from samenspraak.search.evidence import Evidence
from samenspraak.search.finding import search
from samenspraak.search.gathering import gather
from samenspraak.search.request import SearchRequest, SearchResult
from samenspraak.search.settings import LIMITS, RANKING
from samenspraak.search.similar import Similar, similar
from samenspraak.search.theming import suggest_themes
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.whoosh_index import Again, WhooshIndex


class Index:
    """Finds documents of each kind. Opening reads nothing; methods raise IndexBroken when a rebuild is needed."""

    def __init__(self, root: Path) -> None:
        self._disk = WhooshIndex(root)

    def needs_rebuild(self) -> bool:
        """Whether the index is missing, damaged, not whole, or made by another version of schema or analysis."""
        return self._disk.needs_rebuild()

    def apply(self, documents: Iterable[Document], removed: Iterable[tuple[Kind, int]] = ()) -> None:
        """Add or replace documents and take others out, in one commit; may be repeated with the same result."""
        self._disk.apply(documents, removed)

    def rebuild(
        self,
        documents: Iterable[Document],
        again: Again | None = None,
        stamps: Mapping[str, str] | None = None,
        *,
        only_if_needed: bool = False,
    ) -> int:
        """Index everything anew while searches go on, then switch. Returns the number of documents.

        `again` reads what changed meanwhile once more; without it, changes wait. `stamps` tell what of the database is
        inside the documents.
        """
        return self._disk.rebuild(documents, again, stamps, only_if_needed=only_if_needed)

    def verify(self) -> None:
        """Read every file and compare it with its checksum. Raises IndexBroken, and has the index made anew."""
        self._disk.verify()

    def tidy(self) -> None:
        """Remove what rebuilds that died left behind."""
        self._disk.tidy()

    def forget_earlier(self) -> bool:
        """Remove every file but those in use; say whether that could be done, which it cannot during a rebuild."""
        return self._disk.tidy()

    def stamps(self) -> Mapping[str, str]:
        """What was told to `rebuild` or `stamp` of what is inside the documents."""
        return self._disk.stamps()

    def stamp(self, stamps: Mapping[str, str]) -> None:
        """Tell what of the database is inside the documents from now on."""
        self._disk.stamp(stamps)

    def keys_about(self, kind: Kind, themes: Iterable[str]) -> set[int]:
        """The keys of all documents on some themes."""
        with self._guarded():
            snapshot = self._disk.snapshot(kind)
            held = snapshot.facts.labels["theme"]
            return {int(snapshot.facts.keys[number]) for theme in themes for number in held.get(theme, ())}

    def versions(self, kind: Kind) -> dict[int, int]:
        """The version of every document of a kind, by key: to compare with the database."""
        with self._guarded():
            return self._disk.snapshot(kind).versions()

    def contents(self, kind: Kind) -> dict[int, Content]:
        """What is held of every document of a kind, by key: to compare with the database."""
        with self._guarded():
            return self._disk.contents(kind)

    def search(self, request: SearchRequest, thesaurus: Thesaurus) -> SearchResult:
        """One page of what a reader may find. Takes about a second at most, then says that it is partial."""
        with self._guarded():
            return search({kind: self._disk.snapshot(kind) for kind in Kind}, request, thesaurus)

    def complete(
        self, typed: str, audience: Iterable[str], thesaurus: Thesaurus, limit: int = LIMITS.completions
    ) -> list[Completion]:
        """What a reader may be typing, most likely first: only what they may see."""
        with self._guarded():
            views = {kind: self._disk.snapshot(kind).view(audience) for kind in Kind}
            return complete(views, typed, thesaurus, limit)

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
        typing: bool = False,
        kind: Kind = Kind.QUESTION,
    ) -> list[Similar]:
        """The visible questions, or experiences, most like a question, best first, down to a likeness (see `Similar`).

        While someone is `typing`, the last word may be unfinished.
        """
        with self._guarded():
            view = self._disk.snapshot(kind).view(audience)
            return similar(view, title, body, thesaurus, limit, without, at_least, typing=typing)

    def evidence(
        self,
        title: str,
        body: str,
        audience: Iterable[str],
        thesaurus: Thesaurus,
        *,
        without: int | None = None,
        themes: Iterable[str] = (),
    ) -> Evidence:
        """What speaks for whom in answering this question, on themes that were chosen; `without` leaves itself out."""
        with self._guarded():
            tokens = frozenset(audience)
            questions, experts = (self._disk.snapshot(kind).view(tokens) for kind in (Kind.QUESTION, Kind.EXPERT))
            return gather(questions, experts, f"{title}\n{body}", thesaurus, without, themes)

    def suggest_themes(
        self, title: str, body: str, audience: Iterable[str], thesaurus: Thesaurus, *, limit: int = 3
    ) -> list[str]:
        """The slugs of themes that fit a text, most fitting first."""
        with self._guarded():
            view = self._disk.snapshot(Kind.QUESTION).view(audience)
            return suggest_themes(view, title, body, thesaurus, limit)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn what damaged files raise deep inside the engine into IndexBroken; a fault of ours stays what it is."""
        try:
            yield
        except Exception as error:
            if isinstance(error, IndexBroken) or not may_be_damage(error) or self._disk.is_sound():
                raise
            raise IndexBroken(repr(error)) from error
