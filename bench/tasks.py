"""What is measured on one site: bare rankings beside their rivals, and whole pages as the platform makes them."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from bench.corpus import NOW, Corpus
from bench.measuring import Times, beside, memory, once, size_of, timed, times_of
from bench.rivals import BEST, Floor, FullText, Whoosh, all_terms
from bench.site import Site
from whoosh.index import FileIndex

from samenspraak.dutch.analysis import analyse
from samenspraak.indexing.finding import find
from samenspraak.indexing.warming import settle, warm
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import rows_of
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.visibility import tokens_of
from samenspraak.routing.matches import gather_evidence, match_experts
from samenspraak.search.document import EVERYONE, SIGNED_IN, Kind
from samenspraak.search.folders import SUBFOLDERS
from samenspraak.search.grammar import parse
from samenspraak.search.request import SearchRequest
from samenspraak.search.schema import DISCUSSION
from samenspraak.search.scoring import score
from samenspraak.search.sealing import SealedStorage
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.themes.queries import thesaurus

LENGTHS = (1, 4, 8, 30)
EVERYTHING = frozenset({EVERYONE, SIGNED_IN})


@dataclass(frozen=True)
class Counts:
    """How often each thing is done."""

    queries: int = 60
    long_queries: int = 15
    pages: int = 200
    first: int = 20
    warming: int = 300
    additions: int = 10


@dataclass(frozen=True)
class Measured:
    """All of one size. `ranking` by number of terms and engine; `pages` by name; sizes in MB, `build` in seconds."""

    size: int
    ranking: dict[int, dict[str, Times]]
    pages: dict[str, Times]
    build: float
    disk: float
    memory_open: float
    memory_used: float


def measure(site: Site, corpus: Corpus, counts: Counts, build: float) -> Measured:
    """Everything on one site."""
    warm(site.sessions, site.index, NOW)
    settle()
    opened = memory()
    pages = _pages(site, corpus, counts)
    used = memory()
    ranking = {length: _ranking(site, corpus, length, counts) for length in LENGTHS}
    pages |= _additions(site, corpus, counts)
    size = corpus.experts + corpus.questions
    return Measured(size, ranking, pages, build, size_of(site.folder / "index"), opened, used)


def _ranking(site: Site, corpus: Corpus, length: int, counts: Counts) -> dict[str, Times]:
    """Our ranking with its arrays held, and its rivals, on the same random queries."""
    snapshot = site.index._disk.snapshot(Kind.QUESTION)  # noqa: SLF001
    view, terms = snapshot.view(EVERYTHING), all_terms(snapshot.segments)
    number = counts.queries if length < max(LENGTHS) else counts.long_queries
    queries = [_terms(corpus, length) for _ in range(number)]
    for query in queries:
        _ours(view, query)
    full_text, whoosh = FullText(site.folder / "fts5.db", snapshot.segments, terms), Whoosh(_whoosh_index(site))
    floor = Floor(snapshot.segments, {term: terms[term] for query in queries for term in query if term in terms})
    acts: dict[str, Callable[[Sequence[str]], object]] = {
        "ours": lambda query: _ours(view, query),
        "numpy": floor.rank,
        "FTS5": full_text.rank,
        "Whoosh": whoosh.rank,
    }
    with closing(full_text), closing(whoosh):
        return beside(acts, queries)


def _ours(view: Any, query: Sequence[str]) -> object:
    return score(view, DISCUSSION, dict.fromkeys(query, 1.0)).best(BEST)


def _pages(site: Site, corpus: Corpus, counts: Counts) -> dict[str, Times]:
    """Whole pages, each with analysis, the check in the database and explanation; queries differ every time."""
    with site.reading() as session:
        tokens = tokens_of(site.viewer)

        def search(typed: str) -> None:
            request = SearchRequest(query=parse(typed), audience=tokens, now=NOW)
            find(session, site.index, site.viewer, request, thesaurus(session))

        def match(question: Question) -> None:
            evidence = gather_evidence(session, site.index, site.viewer, question)
            match_experts(session, site.viewer, question, evidence, NOW)

        def type_on(text: tuple[str, str]) -> None:
            found = site.index.similar(*text, tokens, thesaurus(session), typing=True)
            rows_of(session, site.viewer, [each.key for each in found])

        total = counts.first + counts.warming + counts.pages
        questions = [find_question(session, site.viewer, key) for key in itertools.islice(_keys(corpus), total)]
        inputs: list[tuple[str, Callable[[Any], None], list[Any]]] = [
            ("search", search, [_typed(corpus, number) for number in range(total)]),
            ("match", match, questions),
            ("typing", type_on, [(corpus.title()[:-2], corpus.text(length=20)[:-3]) for _ in range(total)]),
        ]
        found = {}
        for name, act, each in inputs:
            found[f"{name}, the first {counts.first}"] = timed(act, each[: counts.first])
            timed(act, each[counts.first : -counts.pages])
            found[name] = timed(act, each[-counts.pages :])
        return found


def _additions(site: Site, corpus: Corpus, counts: Counts) -> dict[str, Times]:
    """Bringing in a new question, and the first ranking after it, which has to see it."""
    adding, seeing = [], []
    for number in range(counts.additions):
        document = replace(corpus.question(10**9 + number), date=NOW)
        adding.append(once(lambda document=document: site.index.apply([document])))
        seeing.append(once(lambda text=document.title: site.index.evidence(text, "", EVERYTHING, Thesaurus())))
    site.index.apply([], [(Kind.QUESTION, 10**9 + number) for number in range(counts.additions)])
    return {"adding one": times_of(adding), "first evidence after that": times_of(seeing)}


def _terms(corpus: Corpus, count: int) -> list[str]:
    """Different terms of a text."""
    found: dict[str, None] = {}
    while len(found) < count:
        found |= {token.text: None for token in analyse(corpus.text())}
    return list(found)[:count]


def _typed(corpus: Corpus, number: int) -> str:
    """One to four words, some of a title."""
    words = [word.strip(".").lower() for word in corpus.title().split()]
    return " ".join(words[: 1 + number % 4])


def _keys(corpus: Corpus) -> Iterator[int]:
    """Questions all over the corpus, again and again."""
    step = max(1, corpus.questions // 997)
    return (corpus.experts + 1 + (number * step) % corpus.questions for number in itertools.count())


def _whoosh_index(site: Site) -> FileIndex:
    folder = site.folder / "index" / (site.folder / "index" / "current").read_text(encoding="utf-8").strip()
    return FileIndex(SealedStorage(folder / SUBFOLDERS[Kind.QUESTION]))
