"""The search page: candidates by filters, relevance by words, facets by counting, hits with passages."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from samenspraak.dutch.folding import fold
from samenspraak.search.allowing import Allowing
from samenspraak.search.clauses import Clause, all_words, clauses_of
from samenspraak.search.correcting import Corrector
from samenspraak.search.counting import count_facets, passes
from samenspraak.search.document import Kind
from samenspraak.search.facts import Bools, Floats, Ints
from samenspraak.search.hits import Found, page_of
from samenspraak.search.relevance import Relevance, Scorer
from samenspraak.search.request import Order, SearchRequest, SearchResult
from samenspraak.search.schema import DISCUSSION, PROFILE, QUESTION, TEXTS, TITLE
from samenspraak.search.settings import LIMITS, UNDERSTANDING
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.telling import corrections, expansions, suggestion
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.view import View
from samenspraak.search.wanted import Reading

_READ = MappingProxyType({QUESTION: 1.0, DISCUSSION: 1.0})
_WEIGHTS = MappingProxyType(
    {
        Kind.QUESTION: _READ,
        Kind.EXPERT: MappingProxyType({PROFILE: 1.0, TITLE: 1.0}),
        Kind.EXPERIENCE: _READ,
        Kind.SOURCE: MappingProxyType({DISCUSSION: 1.0, TITLE: 1.0}),
        Kind.ARTICLE: _READ,
    }
)
# Beyond any score: a title that is the query itself comes first.
_EXACT = 1e9
# Beyond any date too: a law says every word of the field, so that sources come after all that people wrote.
_BEHIND = 1e10


@dataclass(frozen=True)
class _Search:
    """One search under way."""

    request: SearchRequest
    views: Mapping[Kind, View]
    thesaurus: Thesaurus
    clauses: Sequence[Clause]
    deadline: float

    def of(self, kind: Kind) -> tuple[Found, Relevance]:
        """What there is of one kind."""
        view, query = self.views[kind], self.request.query
        allowing = Allowing(kind, self.views, self.thesaurus, self.deadline)
        allowed = allowing.by(query)
        allowed[view.with_keys([key for of, key in self.request.without if of is kind])] = False
        scorer = Scorer(view, _WEIGHTS[kind], TEXTS[kind], self.deadline)
        masks = [allowing.with_any(clause.fields) if clause.fields else None for clause in self.clauses]
        scored = scorer.relevance(self.clauses, masks)
        if query.words or self.clauses:
            exact = view.titled(fold(" ".join(query.text.split())))
            allowed &= _worthwhile(scored, allowed, exact)
            scored.total[exact] += _EXACT
        phrases = tuple(dict.fromkeys(phrase for word in all_words(self.clauses) for phrase in word.phrases))
        return Found(kind, view, allowed, _placed(kind, self._order(view, scored)), phrases), scored

    def _order(self, view: View, scored: Relevance) -> tuple[Floats, ...]:
        dates, has_words = np.nan_to_num(view.facts.dates, nan=0.0), bool(all_words(self.clauses))
        best = scored.total if has_words else dates
        if self.request.order is Order.HELPFUL:
            return view.facts.helpful.astype(np.float64), view.facts.accepted.astype(np.float64), best
        return (dates, best) if self.request.order is Order.NEWEST else (best, dates)


def search(snapshots: Mapping[Kind, Snapshot], request: SearchRequest, thesaurus: Thesaurus) -> SearchResult:
    """One page of what a reader may find, best first; without words the newest first."""
    began = time.monotonic()
    views = {kind: snapshots[kind].view(request.audience) for kind in Kind}
    corrector = Corrector(views, thesaurus)
    reading = Reading(
        thesaurus if request.expand else Thesaurus(),
        corrector.meant if request.correct else lambda _: None,
        request.leave_out,
    )
    clauses = clauses_of(request.query, reading)
    under_way = _Search(
        request, views, thesaurus, clauses, began + (LIMITS.seconds if request.seconds is None else request.seconds)
    )
    found, scored = zip(*(under_way.of(kind) for kind in Kind), strict=True)
    chosen = [each.matching & passes(each.kind, each.view.facts, request) for each in found]
    total = int(sum(mask.sum() for mask in chosen))
    return SearchResult(
        hits=page_of(found, chosen, request),
        total=total,
        facets=count_facets([(each.kind, each.view.facts, each.matching) for each in found], request),
        took=time.monotonic() - began,
        partial=any(each.partial for each in scored),
        also=expansions(clauses, scored),
        corrections=corrections(clauses, scored),
        suggestion=suggestion(request.query, clauses, corrector, total),
    )


def _placed(kind: Kind, order: tuple[Floats, ...]) -> tuple[Floats, ...]:
    first, *others = order
    return (first - _BEHIND, *others) if kind is Kind.SOURCE else order


def _worthwhile(scored: Relevance, allowed: Bools, exact: Ints) -> Bools:
    """The documents that meet what must be met, and enough of the rest: a share of what the best of them meets."""
    met = scored.required & (scored.coverage > 0)
    met[exact] = True
    best = float(scored.coverage.max(where=allowed & met, initial=0.0))
    enough = scored.coverage >= UNDERSTANDING.least_coverage * best
    enough[exact] = True
    return np.asarray(met & enough)
