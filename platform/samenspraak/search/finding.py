"""The search page: candidates by filters and phrases, relevance by words, facets by counting, hits with passages."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samenspraak.dutch.folding import fold
from samenspraak.search.counting import count_facets, passes
from samenspraak.search.document import Kind
from samenspraak.search.facts import Bools, Floats
from samenspraak.search.highlight import highlight, passage
from samenspraak.search.naming import answered_by, labelled, slug_of
from samenspraak.search.phrases import with_phrase
from samenspraak.search.relevance import Relevance, relevance
from samenspraak.search.request import Hit, Order, SearchRequest, SearchResult
from samenspraak.search.schema import DISCUSSION, PROFILE, QUESTION, TITLE
from samenspraak.search.settings import LIMITS
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.view import View
from samenspraak.search.wanted import Word, wanted_words

_WEIGHTS = {Kind.QUESTION: {QUESTION: 1.0, DISCUSSION: 1.0}, Kind.EXPERT: {PROFILE: 1.0, TITLE: 1.0}}
_TEXTS = {Kind.QUESTION: (DISCUSSION,), Kind.EXPERT: (TITLE, PROFILE)}
# Beyond any score: a title that is the query itself comes first.
_EXACT = 1e9


@dataclass(frozen=True)
class Found:
    """Of one kind: which documents the query allows, which come first, and the terms to mark."""

    kind: Kind
    view: View
    matching: Bools
    rank: Floats
    terms: frozenset[str]
    partial: bool


def search(snapshots: Mapping[Kind, Snapshot], request: SearchRequest, thesaurus: Thesaurus) -> SearchResult:
    """One page of what a reader may find, best first; without words the newest first."""
    began = time.monotonic()
    views = {kind: snapshots[kind].view(request.audience) for kind in Kind}
    found = [_find(kind, snapshots[kind], views, request, thesaurus, began + LIMITS.seconds) for kind in Kind]
    chosen = [each.matching & passes(each.kind, each.view.facts, request) for each in found]
    return SearchResult(
        hits=_page(found, chosen, request),
        total=int(sum(mask.sum() for mask in chosen)),
        facets=count_facets([(each.kind, each.view.facts, each.matching) for each in found], request),
        took=time.monotonic() - began,
        partial=any(each.partial for each in found),
    )


def words_in(snapshot: Snapshot, view: View, kind: Kind, text: str, thesaurus: Thesaurus) -> list[Word]:
    """The words of a short text, corrected to what the reader may see of this kind."""
    names = _TEXTS[kind]
    spellers = (snapshot.speller(names), thesaurus.speller)

    def is_known(term: str) -> bool:
        return any(len(view.documents(name, term)) for name in names)

    def near(term: str) -> list[str]:
        close = [word for word in spellers[0].near(term) if is_known(word)]
        return close or spellers[1].near(term)

    return wanted_words(text, thesaurus, is_known, near)


def relevance_of(
    snapshot: Snapshot, view: View, kind: Kind, text: str, thesaurus: Thesaurus, deadline: float
) -> Relevance:
    """How well the visible documents of a kind answer a short text."""
    words = words_in(snapshot, view, kind, text, thesaurus)
    return relevance(view, _WEIGHTS[kind], words, deadline)


def _find(
    kind: Kind,
    snapshot: Snapshot,
    views: Mapping[Kind, View],
    request: SearchRequest,
    thesaurus: Thesaurus,
    deadline: float,
) -> Found:
    view, query = views[kind], request.query
    facts, visible = view.facts, view.visible
    allowed = visible.copy()
    allowed[view.with_keys([key for of, key in request.without if of is kind])] = False
    for text in query.phrases:
        allowed &= with_phrase(view, _TEXTS[kind], text, visible)
    for text in query.without:
        allowed &= ~with_phrase(view, _TEXTS[kind], text, visible)
    for name in query.themes:
        allowed &= labelled(facts, slug_of(name, thesaurus))
    if query.sectors:
        allowed &= np.any([labelled(facts, fold(name), "sector") for name in query.sectors], axis=0)
    for name in query.experts:
        allowed &= answered_by(name, kind, views)
    scored = relevance_of(snapshot, view, kind, query.wanted, thesaurus, deadline)
    if query.words:
        scored.total[view.titled(fold(query.text).strip())] += _EXACT
        allowed &= scored.total > 0
    by_date = request.order is Order.NEWEST or not (query.words or query.phrases)
    rank = np.nan_to_num(facts.dates, nan=0.0) if by_date else scored.total
    return Found(kind, view, allowed, rank, scored.terms, scored.partial)


def _page(found: list[Found], chosen: list[Bools], request: SearchRequest) -> tuple[Hit, ...]:
    """The hits of the asked page over both kinds; ties by key, so that pages do not overlap."""
    last = min(request.page * request.per_page, LIMITS.deepest_hit)
    best = []
    for each, mask in zip(found, chosen, strict=True):
        numbers = mask.nonzero()[0]
        order = np.lexsort((-each.view.facts.keys[numbers], -each.rank[numbers]))[:last]
        best += [(each, int(number)) for number in numbers[order]]
    best.sort(key=lambda hit: -hit[0].rank[hit[1]])
    return tuple(_hit(*hit) for hit in best[(request.page - 1) * request.per_page : last])


def _hit(found: Found, number: int) -> Hit:
    title, body, discussion = found.view.text(number)
    facts = found.view.facts
    return Hit(
        kind=found.kind,
        key=int(facts.keys[number]),
        version=int(facts.versions[number]),
        score=float(found.rank[number]),
        title=highlight(title, found.terms),
        passage=passage(f"{body}\n\n{discussion}".strip(), found.terms),
    )
