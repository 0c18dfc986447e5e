"""The guard on texts that were written for this project: what it must find, and what it must leave alone."""

from pathlib import Path

import pytest

from samenspraak.evaluation.privacy import measure_privacy

TEXTS = Path(__file__).parent / "texts.jsonl"


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, dict[str, float]]]:
    return measure_privacy(TEXTS)


@pytest.mark.parametrize(
    ("kind", "least"),
    [("bsn", 1.0), ("name_birthdate", 0.95), ("phone", 0.95), ("email", 0.95), ("address", 0.95), ("child", 0.95)],
)
def test_each_kind_is_found_and_little_else(
    measured: dict[str, dict[str, dict[str, float]]], kind: str, least: float
) -> None:
    assert measured["kinds"][kind]["precision"] >= least
    assert measured["kinds"][kind]["recall"] >= least


@pytest.mark.parametrize("verdict", ["refuse", "warn", "pass"])
def test_verdicts_are_those_of_the_judge(measured: dict[str, dict[str, dict[str, float]]], verdict: str) -> None:
    assert measured["verdicts"][verdict]["f1"] >= 0.95
