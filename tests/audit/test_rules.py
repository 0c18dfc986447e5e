"""The hash of a row, and what may stand in one."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from samenspraak.audit.rules import BEGINNING, Row, codes_only, hash_of

ROW = Row(
    id=1,
    at=dt.datetime(2026, 9, 1, 10, tzinfo=dt.UTC),
    actor_id=3,
    subject_id=None,
    act="role_given",
    thing="person",
    thing_id=4,
    before=None,
    after={"role": "expert", "organisation": 2},
    reason="Op verzoek van België",
    previous_hash=BEGINNING,
)


def test_the_hash_of_a_row_is_the_same_in_every_version() -> None:
    assert hash_of(ROW) == "06a7b42e10e6867c563e681718a20b666baa052100a845b77cd3ed17a011d291"


def test_a_row_read_in_another_zone_or_with_its_keys_in_another_order_has_the_same_hash() -> None:
    zone = dt.timezone(dt.timedelta(hours=2))
    moved = dataclasses.replace(ROW, at=ROW.at.astimezone(zone), after={"organisation": 2, "role": "expert"})
    assert hash_of(moved) == hash_of(ROW)


@pytest.mark.parametrize(
    "change",
    [
        {"id": 2},
        {"at": ROW.at + dt.timedelta(microseconds=1)},
        {"actor_id": None},
        {"subject_id": 3},
        {"act": "role_taken"},
        {"thing": "organisation"},
        {"thing_id": 5},
        {"before": {}},
        {"after": {"role": "expert", "organisation": 3}},
        {"reason": ""},
        {"previous_hash": "1" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_row_that_says_something_else_has_another_hash(change: dict[str, Any]) -> None:
    assert hash_of(dataclasses.replace(ROW, **change)) != hash_of(ROW)


def test_codes_numbers_and_lists_of_them_may_be_kept() -> None:
    facts = {"role": "expert", "code": "PO2505", "day": "2026-09-01", "is_open": True, "ids": (1, 2), "none": None}
    assert codes_only(facts) == facts | {"ids": [1, 2]}
    assert codes_only(None) is None


@pytest.mark.parametrize("words", ["Jan Jansen", "jan@voorbeeld.nl", "x" * 81, ["goed", "niet goed"]])
def test_what_people_write_is_never_kept(words: Any) -> None:
    with pytest.raises(ValueError, match="'about' holds words"):
        codes_only({"about": words})


@pytest.mark.parametrize("value", [1.5, {"a": 1}, [None, 0.5]])
def test_only_plain_values_are_kept(value: Any) -> None:
    with pytest.raises(TypeError, match="holds a"):
        codes_only({"about": value})
