"""What to do with a test whose program is missing: skip it with the reason, or fail where nothing may be skipped."""

from typing import NoReturn

import pytest

from tests.support.programs import DEBIAN_PACKAGES, nothing_may_be_skipped


def skip_or_fail(name: str) -> NoReturn:
    """Skip a test that needs a program which is not here; fail it with CI=true."""
    reason = f"no {name} (to have it: apt-get install {' '.join(DEBIAN_PACKAGES[name])})"
    if nothing_may_be_skipped():
        pytest.fail(reason)
    pytest.skip(reason)
