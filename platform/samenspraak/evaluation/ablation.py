"""What each ingredient adds: the same ranking with one of them left out at a time."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from samenspraak.evaluation.moments import Row
from samenspraak.evaluation.rankers import DEPTH, Ranker, now_of
from samenspraak.evaluation.sets import Collection, body_of, title_of
from samenspraak.matching.eligibility import Candidate
from samenspraak.matching.ranking import rank_experts
from samenspraak.matching.weights import WEIGHTS, Weights
from samenspraak.search.document import Kind
from samenspraak.search.gathering import gather
from samenspraak.search.settings import RANKING, Ranking
from samenspraak.search.similar import similar
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.view import View


@dataclass(frozen=True)
class Variant:
    """A ranking with something left out."""

    ranking: Ranking = RANKING
    weights: Weights = WEIGHTS
    has_thesaurus: bool = True


def _text(**changes: float) -> Variant:
    return Variant(ranking=dataclasses.replace(RANKING, **changes))  # type: ignore[arg-type]


def _fusion(**changes: float) -> Variant:
    return Variant(weights=dataclasses.replace(WEIGHTS, **changes))


_ALIKE_FOR_BOTH = {
    "everyday words weigh less": _text(least_telling=1.0),
    "repetition is damped": _text(repetition=1.0),
    "synonyms": Variant(has_thesaurus=False),
}
FOR_EXPERTS: Mapping[str, Variant] = {
    **_ALIKE_FOR_BOTH,
    "words of the best threads": _text(feedback=0.0),
    "votes of discussions": _fusion(votes=0.0),
    "profile": _fusion(profile=0.0),
    "themes": _fusion(themes=0.0),
    "votes age": _fusion(kept=1.0),
    "activity": _fusion(activity=0.0, activity_alone=0.0),
}
FOR_THREADS: Mapping[str, Variant] = {
    **_ALIKE_FOR_BOTH,
    "titles apart": _text(titles=0.0),
    "character grams": _text(grams=0.0),
}


def variant_of_experts(collection: Collection, views: Mapping[Kind, View], variant: Variant) -> Ranker:
    """Ranks experts with something left out."""
    ids = [str(row["id"]) for row in collection.experts]
    words = collection.thesaurus if variant.has_thesaurus else Thesaurus()

    def rank(question: Row) -> list[str]:
        asker, text = str(question.get("asker") or ""), f"{title_of(question)}\n{body_of(question)}"
        evidence = gather(views[Kind.QUESTION], views[Kind.EXPERT], text, words, ranking=variant.ranking)
        people = [Candidate(number) for number, name in enumerate(ids) if name != asker]
        ranked = rank_experts(evidence, people, now_of(question, collection), variant.weights)
        return [ids[each.candidate.person] for each in ranked]

    return rank


def variant_of_threads(collection: Collection, views: Mapping[Kind, View], variant: Variant) -> Ranker:
    """Ranks earlier questions with something left out."""
    ids = [str(row["id"]) for row in collection.threads]
    words = collection.thesaurus if variant.has_thesaurus else Thesaurus()

    def rank(question: Row) -> list[str]:
        title, body = title_of(question), body_of(question)
        found = similar(views[Kind.QUESTION], title, body, words, DEPTH, ranking=variant.ranking)
        return [ids[each.key] for each in found]

    return rank
