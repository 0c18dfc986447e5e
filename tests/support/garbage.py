"""Python's own tidying, less often: what the tests import stays, and a page leaves little behind."""

import gc

BETWEEN = (100_000, 20, 100)


def pytest_collection_finish() -> None:
    """Leave alone what is there before the first test, and look for garbage at each 100,000 new objects, not 700."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*BETWEEN)
