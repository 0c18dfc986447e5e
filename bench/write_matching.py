"""Measure all sets and write the tables into docs/matching.md, between markers: bench/write_matching.py FOLDER..."""

import dataclasses
import math
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
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
from samenspraak.search.view import View
from samenspraak.search.whoosh_index import WhooshIndex

DOCUMENT = Path(__file__).parents[1] / "docs" / "matching.md"
MEASURE = "ndcg@10"
MOST_QUESTIONS = 300  # of a set, where ingredients are left out

Views = Mapping[Kind, View]
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
    make: Callable[..., Ranker],
    views: Views,
) -> list[str]:
    """What is lost without each ingredient; a star where chance is under 5%."""
    step = math.ceil(len(collection.questions) / MOST_QUESTIONS)
    collection = dataclasses.replace(collection, questions=collection.questions[::step])
    whole = run(collection, judged, make(collection, views, ablation.Variant())).values(MEASURE)
    cells = []
    for variant in variants.values():
        without = run(collection, judged, make(collection, views, variant)).values(MEASURE)
        loss = statistics.fmean(without) - statistics.fmean(whole)
        cells.append(f"{loss:+.3f}{'*' if p_value(whole, without) < 0.05 else ''}")
    return cells


def mean(trial: Trial, measure: str) -> str:
    return f"{statistics.fmean(trial.values(measure)):.3f}"


def main(folders: list[Path]) -> None:
    rows: list[str] = []
    experts, threads = {}, {}
    for folder in folders:
        collection = read_collection(folder)
        with tempfile.TemporaryDirectory() as place:
            index = Index(Path(place))
            index.rebuild(documents_of(collection))
            for task, judged, plain, ours in tasks_of(collection, index):
                rows.append(
                    compared(f"{folder.name} {task}", run(collection, judged, plain), run(collection, judged, ours))
                )
                print(rows[-1], flush=True)
            views = {kind: WhooshIndex(Path(place)).snapshot(kind).view(AUDIENCE) for kind in Kind}
            if collection.experts_judged:
                experts[folder.name] = left_out(
                    collection, collection.experts_judged, ablation.FOR_EXPERTS, ablation.variant_of_experts, views
                )
                print(experts[folder.name], flush=True)
            if collection.threads_judged and not collection.is_search:
                threads[folder.name] = left_out(
                    collection, collection.threads_judged, ablation.FOR_THREADS, ablation.variant_of_threads, views
                )
                print(threads[folder.name], flush=True)
    head = (
        "| set | n | plain BM25: nDCG@10 / MRR / S@5 | served | 95% interval | gain, 95% interval | p |\n"
        + "|---" * 7
        + "|"
    )
    write("figures", "\n".join((head, *rows)))
    write("experts", turned(experts, ablation.FOR_EXPERTS))
    write("threads", turned(threads, ablation.FOR_THREADS))


def turned(columns: Mapping[str, list[str]], variants: Mapping[str, ablation.Variant]) -> str:
    """A table with an ingredient a row and a set a column."""
    head = f"| without | {' | '.join(columns)} |\n" + "|---" * (len(columns) + 1) + "|"
    lines = (
        f"| {name} | {' | '.join(cells[place] for cells in columns.values())} |" for place, name in enumerate(variants)
    )
    return "\n".join((head, *lines))


def write(name: str, table: str) -> None:
    """Put a table between the markers of its name."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    DOCUMENT.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
