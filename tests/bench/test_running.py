"""That `make bench` runs through, at a size that takes no time."""

from pathlib import Path

from bench.measuring import exponent
from bench.results import write
from bench.running import build, run
from bench.tasks import Counts

FEW = Counts(queries=2, long_queries=1, pages=2, first=1, warming=1, additions=1)


def test_a_tiny_size_is_built_measured_and_told(tmp_path: Path) -> None:
    build(40, tmp_path)
    measured = run(40, tmp_path, FEW)
    write(tmp_path / "RESULTS.md", [measured])
    told = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    for word in ("search", "match", "typing", "30 terms", "Whoosh / ours", "on disk"):
        assert word in told


def test_a_time_that_grows_in_step_with_the_size_has_power_one() -> None:
    assert round(exponent([10, 100, 1_000], [2.0, 20.0, 200.0]), 6) == 1
