"""Measure all sets and write the tables into docs/matching.md, between markers: bench/write_matching.py FOLDER..."""

import dataclasses
import math
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from samenspraak.evaluation import ablation
from samenspraak.evaluation.chance import interval, p_value
from samenspraak.evaluation.documents import AUDIENCE, documents_of
from samenspraak.evaluation.plain import plain_expert_ranker, plain_thread_ranker
from samenspraak.evaluation.rankers import Ranker, expert_ranker, thread_ranker
from samenspraak.evaluation.sets import Collection, Judgements, read_collection
from samenspraak.evaluation.trials import Trial, run
from samenspraak.search.document import Kind
from samenspraak.search.index import Index
from samenspraak.search.whoosh_index import WhooshIndex

DOCUMENT = Path(__file__).parents[1] / "docs" / "matching.md"
MEASURE = "ndcg@10"
MOST_QUESTIONS = 150  # of a set, where ingredients are left out

Task = tuple[str, Judgements, Ranker, Ranker]


def tasks_of(collection: Collection, index: Index) -> Iterator[Task]:
    """What can be measured on a set: its judgements, plain BM25 and what is served."""
    if collection.experts_judged:
        yield "experts", collection.experts_judged, plain_expert_ranker(collection), expert_ranker(collection, index)
    if collection.threads_judged:
        yield "threads", collection.threads_judged, plain_thread_ranker(collection), thread_ranker(collection, index)


def compared(name: str, plain: Trial, ours: Trial) -> str:
    """A row of the first table."""
    low, high = interval(ours.values(MEASURE))
    gains = [new - old for new, old in zip(ours.values(MEASURE), plain.values(MEASURE), strict=True)]
    least, most = interval(gains)
    chance = p_value(ours.values(MEASURE), plain.values(MEASURE))
    cells = (
        name,
        len(gains),
        f"{mean(plain, MEASURE)} / {mean(plain, 'mrr')} / {mean(plain, 'success@5')}",
        f"**{mean(ours, MEASURE)}** / {mean(ours, 'mrr')} / {mean(ours, 'success@5')}",
        f"{low:.3f} to {high:.3f}",
        f"{least:+.3f} to {most:+.3f}",
        "< .001" if chance < 0.001 else f"{chance:.3f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def left_out(
    collection: Collection,
    judged: Judgements,
    variants: Mapping[str, ablation.Variant],
    make: Callable[[ablation.Variant], Ranker],
) -> list[str]:
    """What is lost without each ingredient; a star where chance is under 5%."""
    whole = run(collection, judged, make(ablation.Variant())).values(MEASURE)
    cells = []
    for variant in variants.values():
        without = run(collection, judged, make(variant)).values(MEASURE)
        loss = statistics.fmean(without) - statistics.fmean(whole)
        cells.append(f"{loss:+.3f}{'*' if p_value(whole, without) < 0.05 else ''}")
    return cells


def mean(trial: Trial, measure: str) -> str:
    return f"{statistics.fmean(trial.values(measure)):.3f}"


@dataclass
class Tables:
    """What is known so far; a run takes long, so that it is written after each set."""

    rows: list[str] = field(default_factory=list)
    experts: dict[str, list[str]] = field(default_factory=dict)
    threads: dict[str, list[str]] = field(default_factory=dict)

    def add(self, collection: Collection, place: Path) -> None:
        """Measure a set."""
        index = Index(place)
        index.rebuild(documents_of(collection))
        for task, judged, plain, ours in tasks_of(collection, index):
            name = f"{collection.name} {task}"
            self.rows.append(compared(name, run(collection, judged, plain), run(collection, judged, ours)))
        some = fewer(collection)
        views = {kind: WhooshIndex(place).snapshot(kind).view(AUDIENCE) for kind in Kind}
        if some.experts_judged:
            make = partial(ablation.variant_of_experts, some, views)
            self.experts[some.name] = left_out(some, some.experts_judged, ablation.FOR_EXPERTS, make)
        if some.threads_judged and not some.is_search:
            make = partial(ablation.variant_of_threads, some, views)
            self.threads[some.name] = left_out(some, some.threads_judged, ablation.FOR_THREADS, make)

    def write(self) -> None:
        """Put the tables into the document."""
        names = ("set", "n", "plain BM25: nDCG@10 / MRR / S@5", "served", "95% interval", "gain, 95% interval", "p")
        write("figures", [f"| {' | '.join(names)} |", "|---" * len(names) + "|", *self.rows])
        write("experts", turned(self.experts, ablation.FOR_EXPERTS))
        write("threads", turned(self.threads, ablation.FOR_THREADS))


def fewer(collection: Collection) -> Collection:
    """A set with questions taken evenly, where it has very many."""
    step = math.ceil(len(collection.questions) / MOST_QUESTIONS)
    return dataclasses.replace(collection, questions=collection.questions[::step])


def main(folders: list[Path]) -> None:
    tables = Tables()
    for folder in folders:
        with tempfile.TemporaryDirectory() as place:
            tables.add(read_collection(folder), Path(place))
        tables.write()
        print(tables.rows[-1], flush=True)


def turned(columns: Mapping[str, list[str]], variants: Mapping[str, ablation.Variant]) -> list[str]:
    """A table with an ingredient a row and a set a column."""
    head = [f"| without | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    cells = ((name, *(column[place] for column in columns.values())) for place, name in enumerate(variants))
    return [*head, *(f"| {' | '.join(row)} |" for row in cells)]


def write(name: str, lines: Sequence[str]) -> None:
    """Put a table between the markers of its name."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    DOCUMENT.write_text("\n".join((before + begin, *lines, end + after)), encoding="utf-8")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
