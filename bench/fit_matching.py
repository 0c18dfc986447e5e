"""Fit the constants of matching: bench/fit_matching.py FOLDER

Takes every set below FOLDER that has judged experts, at most 60 questions of each (seeded). From the constants that
are in force it goes through them one at a time and takes a value of the grid when that is better by a tenth of a
standard error (coordinate descent). Better is judged by the mean over sets of (nDCG@10 - that of the start) /
standard error of the start, so that no set outweighs another by being large or easy. Five folds by question say what
the fit is worth on questions that it did not see, if the constants in force had not seen them either; those that it
prints come from all. Activity has bounds that are policy, not measurement: more would send all work to the busy.
"""

import dataclasses
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from samenspraak.evaluation.documents import AUDIENCE, documents_of
from samenspraak.evaluation.measures import measures
from samenspraak.evaluation.rankers import now_of
from samenspraak.evaluation.sets import Collection, body_of, read_collection, title_of
from samenspraak.matching.eligibility import Candidate
from samenspraak.matching.ranking import rank_experts
from samenspraak.matching.weights import WEIGHTS, Weights
from samenspraak.search.document import Kind
from samenspraak.search.evidence import Evidence
from samenspraak.search.gathering import gather
from samenspraak.search.settings import RANKING, Ranking
from samenspraak.search.whoosh_index import WhooshIndex

MOST_QUESTIONS = 60
FOLDS = 5
SEED = 20260101
LEAST_GAIN = 0.1  # of the objective: a tenth of a standard error, on average over the sets
ROUNDS = 2
GRID: dict[str, tuple[float, ...]] = {
    "repetition": (0.3, 0.5, 0.7, 1.0),
    "uncommon": (3.5, 4.0, 4.5, 6.9),
    "expansion": (0.0, 0.25, 0.5, 0.75),
    "threads": (50, 100, 200),
    "sharpness": (2.0, 3.0, 4.0, 5.0, 6.0),
    "profile": (0.5, 0.75, 1.0, 1.5),
    "themes": (0.0, 0.25, 0.5, 0.75),
    "kept": (0.25, 0.5, 0.75, 1.0),
    "half_life_share": (0.05, 0.1, 0.25),
    "activity": (0.0, 0.05, 0.1, 0.2),
    "activity_alone": (0.1, 0.2, 0.3, 0.5),
}

Figures = list[NDArray[np.float64]]


@dataclass(frozen=True)
class Constants:
    """What is fitted: of the text, and of the fusion."""

    ranking: Ranking
    weights: Weights

    def get(self, name: str) -> float:
        return float(
            getattr(self.ranking if hasattr(self.ranking, name) and name != "sharpness" else self.weights, name)
        )

    def having(self, name: str, value: float) -> "Constants":
        if name == "sharpness" or not hasattr(self.ranking, name):
            return dataclasses.replace(self, weights=dataclasses.replace(self.weights, **{name: value}))
        kind = type(getattr(self.ranking, name))
        return dataclasses.replace(self, ranking=dataclasses.replace(self.ranking, **{name: kind(value)}))


class Judged:
    """One set in an index, with the questions that are looked at."""

    def __init__(self, collection: Collection, place: Path) -> None:
        self.collection = collection
        index = WhooshIndex(place)
        index.rebuild(documents_of(collection))
        self._threads, self._experts = (index.snapshot(kind).view(AUDIENCE) for kind in (Kind.QUESTION, Kind.EXPERT))
        judged = [
            row for row in collection.questions if any(collection.experts_judged.get(str(row["id"]), {}).values())
        ]
        chosen = np.random.default_rng(SEED).permutation(len(judged))[:MOST_QUESTIONS]
        self.questions = [judged[number] for number in sorted(chosen)]
        self.evidence: Callable[[Ranking], list[Evidence]] = lru_cache(maxsize=2)(self._evidence)

    def _evidence(self, ranking: Ranking) -> list[Evidence]:
        words, texts = self.collection.thesaurus, (f"{title_of(row)}\n{body_of(row)}" for row in self.questions)
        return [gather(self._threads, self._experts, text, words, ranking=ranking) for text in texts]

    def figures(self, constants: Constants) -> NDArray[np.float64]:
        """nDCG@10 of each question."""
        ids = [str(row["id"]) for row in self.collection.experts]
        found = []
        for row, evidence in zip(self.questions, self.evidence(constants.ranking), strict=True):
            asker = str(row.get("asker") or "")
            people = [Candidate(number) for number, name in enumerate(ids) if name != asker]
            ranked = rank_experts(evidence, people, now_of(row, self.collection), constants.weights)
            best = [ids[each.candidate.person] for each in ranked[:10]]
            found.append(measures(best, self.collection.experts_judged[str(row["id"])])["ndcg@10"])
        return np.array(found)


class Fit:
    """Figures are computed once for each choice of constants, and looked at for the questions of a fold."""

    def __init__(self, sets: Sequence[Judged]) -> None:
        self._sets = sets
        self._known: dict[Constants, Figures] = {}
        self._start = self.figures(Constants(RANKING, WEIGHTS))
        self._errors = [max(float(each.std(ddof=1)) / len(each) ** 0.5, 1e-9) for each in self._start]

    def figures(self, constants: Constants) -> Figures:
        if constants not in self._known:
            self._known[constants] = [each.figures(constants) for each in self._sets]
        return self._known[constants]

    def gain(self, constants: Constants, rows: Sequence[NDArray[np.int64]]) -> float:
        """The mean over the sets of the difference with the start, in standard errors, on some questions."""
        found = zip(self.figures(constants), self._start, self._errors, rows, strict=True)
        return float(np.mean([(new[chosen].mean() - old[chosen].mean()) / error for new, old, error, chosen in found]))

    def descend(self, rows: Sequence[NDArray[np.int64]]) -> Constants:
        """The best constants for some questions."""
        best, most = Constants(RANKING, WEIGHTS), 0.0
        for _ in range(ROUNDS):
            before = best
            for name, values in GRID.items():
                tried = [(self.gain(other, rows), other) for other in (best.having(name, value) for value in values)]
                gain, other = max(tried, key=lambda one: one[0])
                if gain > most + LEAST_GAIN:
                    best, most = other, gain
            if best == before:
                break
        return best

    def folds(self) -> Iterator[tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]]]:
        """The questions to fit on and those to look at, five times."""
        parts = [np.arange(len(each)) % FOLDS for each in self._start]
        for fold in range(FOLDS):
            yield [np.flatnonzero(part != fold) for part in parts], [np.flatnonzero(part == fold) for part in parts]

    def held_out(self) -> Mapping[str, tuple[float, float]]:
        """For each set nDCG@10 of the start, and of constants that were fitted without the question."""
        found: list[list[float]] = [[] for _ in self._sets]
        for fitted_on, looked_at in self.folds():
            best = self.figures(self.descend(fitted_on))
            for values, figures, chosen in zip(found, best, looked_at, strict=True):
                values.extend(figures[chosen].tolist())
        names = (each.collection.name for each in self._sets)
        starts = (float(each.mean()) for each in self._start)
        return dict(zip(names, zip(starts, map(float, map(np.mean, found)), strict=True), strict=True))


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        folders = sorted(path.parent for path in folder.rglob("qrels-experts.tsv") if "search" not in path.parent.name)
        fit = Fit([Judged(read_collection(each), Path(place) / each.name) for each in folders])
        best = fit.descend([np.arange(len(each)) for each in fit.figures(Constants(RANKING, WEIGHTS))])
        for name in GRID:
            print(f"{name} = {best.get(name):g}", flush=True)
        print("| set | constants in force | fitted without the question |\n|---|---|---|")
        for name, (before, after) in fit.held_out().items():
            print(f"| {name} | {before:.3f} | {after:.3f} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
