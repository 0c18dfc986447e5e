"""Running a ranker over the judged questions of a set."""

import math
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass

from samenspraak.evaluation.documents import documents_of
from samenspraak.evaluation.measures import NAMES, measures
from samenspraak.evaluation.rankers import Ranker, expert_ranker, thread_ranker
from samenspraak.evaluation.sets import Collection, Judgements
from samenspraak.search.index import Index


@dataclass(frozen=True)
class Trial:
    """What a ranker did for each question that has an answer in the set, in the order of the set."""

    found: list[dict[str, float]]
    times: list[float]

    def values(self, name: str) -> list[float]:
        """One measure, of each question."""
        return [each[name] for each in self.found]

    def summary(self) -> dict[str, float]:
        """The means, and the time of a question in milliseconds."""
        if not self.found:
            return {"n": 0}
        slow = sorted(self.times)[max(0, math.ceil(len(self.times) * 0.95) - 1)]
        means = {name: round(statistics.fmean(self.values(name)), 4) for name in NAMES}
        times = {"ms_median": round(statistics.median(self.times), 2), "ms_p95": round(slow, 2)}
        return {"n": len(self.found), **means, **times}


def measure(collection: Collection, index: Index) -> Mapping[str, Mapping[str, float]]:
    """The means of each task that has judgements, by the name of the task; fills the index."""
    index.rebuild(documents_of(collection))
    found = {}
    if collection.experts_judged:
        found["experts"] = run(collection, collection.experts_judged, expert_ranker(collection, index)).summary()
    if collection.threads_judged:
        found["threads"] = run(collection, collection.threads_judged, thread_ranker(collection, index)).summary()
    return found


def run(collection: Collection, judged: Judgements, rank: Ranker) -> Trial:
    """Rank for each question for which someone or something relevant is known."""
    trial = Trial([], [])
    for question in collection.questions:
        grades = judged.get(str(question["id"]), {})
        if any(grade > 0 for grade in grades.values()):
            start = time.perf_counter()
            ranking = rank(question)
            trial.times.append((time.perf_counter() - start) * 1000)
            trial.found.append(measures(ranking, grades))
    return trial
