"""The guard on texts that were written for this project: what it must find, and what it must leave alone."""

from pathlib import Path
from typing import Any

import pytest

from samenspraak.evaluation.privacy import measure_privacy

FOLDER = Path(__file__).parent
LEAST = {"bsn": 1.0, "name_birthdate": 0.95, "phone": 0.95, "email": 0.95, "address": 0.95, "child": 0.95}


@pytest.fixture(scope="module", params=sorted(FOLDER.glob("texts*.jsonl")), ids=lambda path: path.stem)
def measured(request: pytest.FixtureRequest) -> dict[str, Any]:
    return measure_privacy(request.param)


def test_each_kind_is_found_and_little_else(measured: dict[str, Any]) -> None:
    for kind, least in LEAST.items():
        assert measured["kinds"][kind]["precision"] >= least, kind
        assert measured["kinds"][kind]["recall"] >= least, kind


def test_verdicts_are_those_of_the_judge(measured: dict[str, Any]) -> None:
    assert all(each["f1"] >= 0.95 for each in measured["verdicts"].values())
