"""What is measured: each ranker takes a question of a set and returns ids, best first, through the code that serves."""

from collections.abc import Callable
from datetime import UTC, datetime

from samenspraak.evaluation.documents import AUDIENCE
from samenspraak.evaluation.moments import Row, moment
from samenspraak.evaluation.sets import Collection, body_of, title_of
from samenspraak.matching.eligibility import Candidate
from samenspraak.matching.ranking import rank_experts
from samenspraak.matching.weights import WEIGHTS, Weights
from samenspraak.search.document import Kind
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import Filters, SearchRequest

DEPTH = 100

Ranker = Callable[[Row], list[str]]


def expert_ranker(collection: Collection, index: Index, weights: Weights = WEIGHTS) -> Ranker:
    """Ranks experts as the match page does."""
    ids = [str(row["id"]) for row in collection.experts]

    def rank(question: Row) -> list[str]:
        asker = str(question.get("asker") or "")
        candidates = [Candidate(number, is_asker=name == asker) for number, name in enumerate(ids)]
        evidence = index.evidence(title_of(question), body_of(question), AUDIENCE, collection.thesaurus)
        ranked = rank_experts(evidence, candidates, now_of(question, collection), weights)
        return [ids[each.candidate.person] for each in ranked if each.left_out is None]

    return rank


def now_of(question: Row, collection: Collection) -> datetime:
    """When a question is asked; without a date, at the end of the set."""
    return moment(question.get("date")) or collection.latest


def thread_ranker(collection: Collection, index: Index) -> Ranker:
    """Ranks threads: for a question as "similar questions" does, for a bare query as the search page does."""
    ids = [str(row["id"]) for row in collection.threads]

    def similar(question: Row) -> list[str]:
        title, body = title_of(question), body_of(question)
        return [
            ids[each.key]
            for each in index.similar(title, body, AUDIENCE, collection.thesaurus, limit=DEPTH, at_least=0)
        ]

    def search(question: Row) -> list[str]:
        request = SearchRequest(
            query=parse(title_of(question)),
            audience=frozenset(AUDIENCE),
            now=datetime.now(UTC),
            filters=Filters(kind=Kind.QUESTION),
            per_page=DEPTH,
        )
        return [ids[hit.key] for hit in index.search(request, collection.thesaurus).hits]

    return search if collection.is_search else similar
