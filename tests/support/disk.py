"""Tests do not wait for the disk: nothing of them has to outlive a power failure. `make test-deep` does wait."""

import os

import pytest

from tests.support.depth import is_deep


@pytest.fixture(autouse=True, scope="session")
def _no_waiting_for_the_disk() -> None:
    if not is_deep():
        os.fsync = lambda _descriptor: None
