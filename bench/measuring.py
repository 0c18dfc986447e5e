"""Times and what follows from them."""

import gc
import math
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Times:
    """How long something took in milliseconds: by the clock, and of the processor's time."""

    clock: tuple[float, ...]
    processor: tuple[float, ...]

    @property
    def p50(self) -> float:
        """The median by the clock."""
        return statistics.median(self.clock)

    @property
    def p95(self) -> float:
        """What 95 of 100 stay under by the clock."""
        return _p95(self.clock)

    @property
    def busy_p95(self) -> float:
        """What 95 of 100 stay under of the processor's time, which other programs do not lengthen much."""
        return _p95(self.processor)


def timed(act: Callable[[T], object], inputs: Iterable[T]) -> Times:
    """How long `act` takes for each input."""
    return beside({"": act}, inputs)[""]


def beside(acts: Mapping[str, Callable[[T], object]], inputs: Iterable[T]) -> dict[str, Times]:
    """How long each takes for each input, one after the other, so that a busy machine hinders all alike."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in acts}
    gc.collect()
    for each in inputs:
        for name, act in acts.items():
            found[name].append(once(lambda act=act, each=each: act(each)))
    return {name: times_of(several) for name, several in found.items()}


def once(act: Callable[[], object]) -> tuple[float, float]:
    """The milliseconds of one time, by the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def times_of(several: Iterable[tuple[float, float]]) -> Times:
    """Some times together."""
    clock, processor = zip(*several, strict=True)
    return Times(clock, processor)


def _p95(times: Sequence[float]) -> float:
    ordered = sorted(times)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The power of the size with which a time grows: the slope of the straight line through both logarithms."""
    if len(sizes) < 2:
        return math.nan
    return statistics.linear_regression([math.log(each) for each in sizes], [math.log(each) for each in times]).slope


def size_of(folder: Path) -> float:
    """The megabytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def memory() -> float:
    """The megabytes that this process holds now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1000
