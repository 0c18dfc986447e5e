"""What was measured, as a page: ratios to hold on to, and milliseconds where a goal is said in them."""

import datetime as dt
import os
import platform
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.measuring import Times, exponent
from bench.tasks import LENGTHS, Measured

_GOALS = {"search": 40, "match": 60, "typing": 30}
_ENGINES = ("numpy", "FTS5", "Whoosh")
_INTRO = """# Speed of search and matching

Written by `make bench` on {day}, {machine}. Synthetic Dutch (`bench/corpus.py`), the same for the same seed; all in one
run, engines one after the other on each query. **Ratios hold on any machine; milliseconds are of this one, at this
load** (load average {load:.1f} on {cores} cores when it ended).
"""


def write(path: Path, measured: Sequence[Measured]) -> None:
    """Write the page."""
    machine = f"{platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    intro = _INTRO.format(
        day=dt.datetime.now(tz=dt.UTC).date(), machine=machine, load=os.getloadavg()[0], cores=os.cpu_count()
    )
    parts = [intro, _goals(measured), _ranking(measured), _growth(measured), _index(measured)]
    path.write_text("\n".join(parts), encoding="utf-8")


def _goals(measured: Sequence[Measured]) -> str:
    last = measured[-1]
    rows = [
        [name, _ms(last.pages[name].p50), _ms(last.pages[name].p95), _ms(last.pages[name].busy_p95), f"{goal} ms",
         "yes" if last.pages[name].p95 < goal else "**no**"]
        for name, goal in _GOALS.items()
    ]  # fmt: skip
    long = last.ranking[max(LENGTHS)]
    faster, floor = long["Whoosh"].p50 / long["ours"].p50, long["ours"].p50 / long["numpy"].p50
    text = f"""
30 terms: {faster:.0f} times as fast as Whoosh's own (goal 50), {floor:.1f} times the bare numpy floor (goal 4).
A page is all that is done for a reader but HTML: analysis, ranking, facets and passages, the check in a real SQLite
with all rows, and for a match the reasons. Every query is new. The process has served some hundred pages before, as one
in service has; the first ones, which stand below, analyse words and read postings that are kept from there on.
"""
    head = ["page", "p50", "p95", "p95 of processor time", "goal for p95", "met"]
    return f"## Goals, at {last.size:,} documents\n\n{_table(head, rows)}{text}"


def _ranking(measured: Sequence[Measured]) -> str:
    rows = []
    for each in measured:
        for length, times in each.ranking.items():
            ratios = [f"{times[name].p50 / times['ours'].p50:.1f}" for name in _ENGINES]
            rows.append([f"{each.size:,}", str(length), *ratios, _ms(times["ours"].p50), _ms(times["ours"].p95)])
    head = ["documents", "terms", *(f"{name} / ours" for name in _ENGINES), "ours p50", "ours p95"]
    return f"## The best ten of an OR, arrays held\n\n{_table(head, rows)}"


def _growth(measured: Sequence[Measured]) -> str:
    sizes = [each.size for each in measured]
    wanted: dict[str, Callable[[Measured], Times]] = {
        f"{length} terms": (lambda each, length=length: each.ranking[length]["ours"]) for length in LENGTHS
    }
    wanted |= {name: (lambda each, name=name: each.pages[name]) for name in measured[0].pages}
    rows = [
        [
            name,
            *(f"{_ms(of(each).p50)} / {_ms(of(each).p95)}" for each in measured),
            f"{exponent(sizes, [of(each).p50 for each in measured]):.2f}",
        ]
        for name, of in wanted.items()
    ]
    text = (
        "\nTime grows with the number of documents to this power (fitted to the medians): 0 is not at all, 1 in step.\n"
    )
    return f"## Growth (p50 / p95)\n\n{_table(['', *(f'{size:,}' for size in sizes), 'power'], rows)}{text}"


def _index(measured: Sequence[Measured]) -> str:
    rows = [
        [f"{each.size:,}", f"{each.build:.0f} s", f"{each.build / each.size * 1000:.1f} ms", f"{each.disk:.0f} MB",
         f"{each.memory_open:.0f} MB", f"{each.memory_used:.0f} MB"]
        for each in measured
    ]  # fmt: skip
    head = ["documents", "build", "a document", "on disk", "memory, opened", "memory, after the pages"]
    return f"## The index\n\n{_table(head, rows)}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _ms(value: float) -> str:
    return f"{value:.2f} ms" if value < 1 else f"{value:.1f} ms"
