"""Walking a list in parts, forth and back, while rows are added."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, read_cursor, read_part, walk, write_cursor
from samenspraak.themes.models import Theme
from tests.support.depth import is_deep

KEYS = {
    "up": (Key(Theme.label, str), Key(Theme.id, int)),
    "down": (Key(Theme.label, str, descending=True), Key(Theme.id, int, descending=True)),
    "mixed": (Key(Theme.label, str, descending=True), Key(Theme.id, int)),
}
DAY = Key(Theme.label, dt.date)
MOMENT = Key(Theme.label, dt.datetime)


def add(session: Session, label: str) -> int:
    number = session.query(Theme).count()
    theme = Theme(slug=f"thema-{number}", label=label)
    session.add(theme)
    session.flush()
    return theme.id


def ids(session: Session, keys: tuple[Key, ...], size: int, arrivals: list[str], *, backwards: bool) -> list[int]:
    """Walk the whole list, and add a row after every part."""
    cursor = last_place(session, keys) if backwards else None
    seen: list[int] = []
    for _part in range(200):
        part = read_part(session, select(Theme.id), keys, cursor, size)
        rows = [row[0] for row in part.rows]
        seen = rows + seen if backwards else seen + rows
        if arrivals:
            add(session, arrivals.pop())
        cursor = part.before if backwards else part.after
        if cursor is None:
            return seen
    raise AssertionError("a walk ends")


def last_place(session: Session, keys: tuple[Key, ...]) -> Cursor:
    """A place behind all there is: that of a row which is taken away again."""
    beyond = "" if keys[0].descending else "zzzz"
    last = add(session, beyond)
    session.delete(session.get_one(Theme, last))
    session.flush()
    return Cursor((beyond, last), backwards=True)


@pytest.mark.parametrize("order", KEYS)
@pytest.mark.parametrize("way", ["forth", "back"])
@settings(max_examples=300 if is_deep() else 8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    labels=st.lists(st.sampled_from("abc"), max_size=12),
    arrivals=st.lists(st.sampled_from("abc"), max_size=6),
    size=st.integers(1, 5),
)
def test_a_walk_meets_each_row_that_was_there_exactly_once(
    session: Session, order: str, way: str, labels: list[str], arrivals: list[str], size: int
) -> None:
    with session.begin_nested() as nested:
        there = [add(session, label) for label in labels]
        seen = ids(session, KEYS[order], size, arrivals, backwards=way == "back")
        assert len(seen) == len(set(seen))
        assert set(there) <= set(seen)
        nested.rollback()


def test_the_part_before_the_second_is_the_first(session: Session) -> None:
    for label in "abcdefg":
        add(session, label)
    first = read_part(session, select(Theme.label), KEYS["up"], None, 3)
    second = read_part(session, select(Theme.label), KEYS["up"], first.after, 3)
    back = read_part(session, select(Theme.label), KEYS["up"], second.before, 3)
    assert back.rows == first.rows
    assert first.before is None
    assert back.before is None


def test_a_whole_list_is_read_in_parts_up_to_a_bound(session: Session) -> None:
    for label in "abcde":
        add(session, label)

    def read(cursor: Cursor | None, most: int):  # type: ignore[no-untyped-def] # noqa: ANN202
        return read_part(session, select(Theme.label), KEYS["up"], cursor, min(most, 2))

    assert [row[0] for row in walk(read, 4)] == list("abcd")
    assert [row[0] for row in walk(read, 99)] == list("abcde")


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("Ä b", KEYS["up"][0]),
        (7, KEYS["up"][1]),
        (dt.date(2013, 3, 14), DAY),
        (dt.datetime(2013, 3, 14, 11, tzinfo=dt.UTC), MOMENT),
    ],
)
def test_a_cursor_comes_back_from_an_address(value: str | int | dt.date, key: Key) -> None:
    assert read_cursor(write_cursor(Cursor((value,))), (key,), backwards=False) == Cursor((value,))


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_what_is_no_cursor_is_none(written: str) -> None:
    found = read_cursor(written, (KEYS["up"][1], DAY), backwards=True)
    assert found is None or isinstance(found.values[0], int)
