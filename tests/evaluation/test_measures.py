"""The measures of one ranking."""

import pytest

from samenspraak.evaluation.measures import measures


def test_the_measures_are_those_of_the_books() -> None:
    found = measures(["a", "b", "c"], {"b": 2, "c": 1, "d": 0})
    assert found["mrr"] == 0.5
    assert found["success@1"] == 0.0
    assert found["recall@10"] == 1.0
    assert found["ndcg@10"] == pytest.approx((3 / 1.58496 + 1 / 2) / (3 + 1 / 1.58496), rel=1e-4)
