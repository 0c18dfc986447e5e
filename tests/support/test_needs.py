"""A test may be skipped by a person who lacks a program, never by CI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest
from tests.support.needs import skip_or_fail

@pytest.fixture
def browser():
    skip_or_fail("chromium")

def test_with_a_browser(browser):
    pass

def test_that_skips_itself():
    pytest.skip("not today")
"""


@pytest.mark.parametrize(("ci", "closing_words"), [("", "2 skipped"), ("true", "1 failed, 1 error")])
def test_what_is_skipped_by_a_person_fails_in_ci(ci: str, closing_words: str, tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_it.py").write_text(TESTS)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.support.needs", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"CI": ci, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert closing_words in done.stdout.splitlines()[-1]
