"""Warming reads what a first search reads; without an index it tells, and stops nobody."""

from pathlib import Path

import pytest

from samenspraak.core.db import SessionFactory
from samenspraak.indexing.upkeep import rebuild
from samenspraak.indexing.warming import warm, warm_in_background
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from tests.support.site import NOON


def test_warming_needs_an_index(sessions: SessionFactory, tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    with pytest.raises(IndexBroken):
        warm(sessions, index, NOON)
    rebuild(sessions, index)
    warm(sessions, index, NOON)


def test_a_fault_in_the_background_stops_nobody(sessions: SessionFactory, tmp_path: Path) -> None:
    thread = warm_in_background(sessions, Index(tmp_path / "index"), lambda: NOON)
    thread.join()
    assert thread.daemon
