"""Two processes read while a third writes: each sees whole commits, in order, and scores them right."""

import math
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from samenspraak.search.document import Document, Kind
from samenspraak.search.index import Index
from samenspraak.search.schema import DISCUSSION
from samenspraak.search.scoring import score
from tests.support.depth import is_deep

COMMITS = 200 if is_deep() else 6

GATE: list[Barrier] = []


def question(key: int, version: int) -> Document:
    return Document(kind=Kind.QUESTION, key=key, title="school", audience=("everyone",), version=version)


def begin(gate: Barrier) -> None:
    """Give a new process the gate at which all wait for each other."""
    GATE.append(gate)


def read(root: Path) -> list[tuple[int, list[float]]]:
    """Look until the last commit is seen: how many there were each time, and with which scores."""
    index = Index(root)
    found = [look(index)]
    GATE[0].wait()
    while found[-1][0] < COMMITS:
        found.append(look(index))
    return found


def look(index: Index) -> tuple[int, list[float]]:
    """How many questions are found, which are the first ones, and their different scores."""
    view = index._disk.snapshot(Kind.QUESTION).view(("everyone",))
    found = score(view, DISCUSSION, {"school": 1.0}).total
    numbers = found.nonzero()[0]
    assert sorted(view.facts.keys[numbers].tolist()) == list(range(1, len(numbers) + 1))
    return len(numbers), sorted(set(found[numbers].tolist()))


def test_readers_see_whole_commits_in_order_and_score_them_right(tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    index.rebuild([question(1, 1)])
    spawning = get_context("spawn")
    gate = spawning.Barrier(3, timeout=60)
    with ProcessPoolExecutor(2, mp_context=spawning, initializer=begin, initargs=(gate,)) as processes:
        readers = [processes.submit(read, tmp_path / "index") for _ in range(2)]
        gate.wait()
        for key in range(2, COMMITS + 1):
            index.apply([question(key, 1), question(key - 1, 2)])
        seen = [reader.result() for reader in readers]
    for looks in seen:
        counts = [count for count, _ in looks]
        assert counts == sorted(counts)
        assert counts[0] == 1
        for count, scores in looks:
            assert scores == [pytest.approx(math.log(1 + 0.5 / (count + 0.5)))]
