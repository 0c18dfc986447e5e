"""How deep tests go: quick and repeatable for each commit, and `make test-deep` for many examples and long drills."""

import os

import pytest
from hypothesis import settings

DEEP = "SAMENSPRAAK_DEEP"

settings.register_profile("commit", derandomize=True, deadline=None, database=None)
settings.register_profile("deep", max_examples=5_000, deadline=None, print_blob=True)


def pytest_configure(config: pytest.Config) -> None:
    """Choose the number of examples; leave tests marked `deep` for `make test-deep`."""
    config.addinivalue_line("markers", "deep: takes minutes; `make test-deep` runs it")
    settings.load_profile("deep" if is_deep() else "commit")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes minutes, without calling it skipped."""
    left_out = [] if is_deep() else [item for item in items if item.get_closest_marker("deep")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def is_deep() -> bool:
    """Tell whether this is the long run."""
    return bool(os.environ.get(DEEP))
