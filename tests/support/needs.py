"""What to do with a test whose program is missing: skip it with the reason, or fail where nothing may be skipped."""

from collections.abc import Generator
from typing import NoReturn

import pytest

from tests.support.programs import DEBIAN_PACKAGES, nothing_may_be_skipped


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one in CI."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and nothing_may_be_skipped():
        report.outcome = "failed"
        report.longrepr = f"nothing may be skipped in CI: {report.longreprtext}"
    return report


def skip_or_fail(name: str) -> NoReturn:
    """Skip a test that needs a program which is not here; in CI that fails it."""
    pytest.skip(f"no {name} (to have it: apt-get install {' '.join(DEBIAN_PACKAGES[name])})")
