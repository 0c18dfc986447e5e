"""Building and measuring each size in a process of its own, so that each begins with nothing in memory."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from bench.corpus import Corpus
from bench.results import write
from bench.site import open_site, seconds_to_build
from bench.tasks import Counts, Measured, measure

from samenspraak.search.version import VERSION

R = TypeVar("R")
USUAL = Counts()


def run_all(sizes: Sequence[int], folder: Path, results: Path) -> None:
    """Build what is not there, measure each size, and write the results."""
    found = []
    for size in sizes:
        _apart(build, size, folder)
        found.append(_apart(run, size, folder))
        write(results, found)


def build(size: int, folder: Path) -> None:
    """Make the site of a size, unless it stands."""
    open_site(_place(size, folder), Corpus(size))


def run(size: int, folder: Path, counts: Counts = USUAL) -> Measured:
    """Measure a size whose site stands, with questions that are not in it."""
    place = _place(size, folder)
    site = open_site(place, Corpus(size))
    return measure(site, Corpus(size, texts=1), counts, seconds_to_build(place))


def _place(size: int, folder: Path) -> Path:
    place = folder / f"{VERSION}-{size}"
    place.mkdir(parents=True, exist_ok=True)
    return place


def _apart(act: Callable[[int, Path], R], size: int, folder: Path) -> R:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(act, size, folder).result()
