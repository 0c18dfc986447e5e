"""The import contracts of pyproject.toml are kept, and would notice each kind of fault."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT

FAULTS = {
    "core/fault.py": ("import samenspraak.people.models", "rooms import down the stairs"),
    "newroom/__init__.py": ('"""A room that is not on the map."""', "rooms import down the stairs"),
    "people/models/fault.py": ("import samenspraak.people.queries", "inside a room"),
    "people/rules.py": ("import flask", "no web framework below the web"),
    "web/home/fault.py": ("import samenspraak.web.questions.pages", "families of pages share only the shell"),
    "web/shell/fault.py": ("import sqlalchemy", "no SQL and no index in the web"),
}


def test_the_contracts_are_kept() -> None:
    done = lint_imports(ROOT / "platform")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("place", FAULTS)
def test_a_fault_is_noticed(place: str, tmp_path: Path) -> None:
    line, contract = FAULTS[place]
    copy = tmp_path / "platform" / "samenspraak"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / place).parent.mkdir(exist_ok=True)
    with (copy / place).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(tmp_path / "platform")
    broken = [row for row in done.stdout.splitlines() if "BROKEN" in row]
    assert any(row.startswith(contract) for row in broken), done.stdout


def lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    """Check a source root against the contracts."""
    command = [
        str(Path(sys.executable).with_name("lint-imports")),
        "--no-cache",
        "--config",
        str(ROOT / "pyproject.toml"),
    ]
    environment = os.environ | {"PYTHONPATH": str(source), "COLUMNS": "200"}
    return subprocess.run(command, cwd=source, env=environment, check=False, capture_output=True, text=True)
