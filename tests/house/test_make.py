"""The commands are those that the documents name, and CI runs what a person runs."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT, read, tracked

COMMANDS = ("run", "test", "sure", "fix", "db", "seed", "bench", "test-deep", "help", "env", "clean")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_index_names_each_command(command: str) -> None:
    assert re.search(rf"^  make {command} ", _make("help"), re.MULTILINE)


def test_the_first_command_is_the_index() -> None:
    assert _make() == _make("help")


def test_ci_runs_make_test_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    lines = [line for line in script.splitlines() if line and not line.startswith(("#", "set ", "cd "))]
    assert lines == ["exec env CI=true make test"]


def test_documents_name_only_commands_that_are_there() -> None:
    documents = [path for path in tracked() if path.suffix == ".md"]
    named = {name for path in documents for name in re.findall(r"`(?:PORT=\d+ )?make ([a-z-]+)", read(path))}
    assert named <= set(re.findall(r"^([a-z-]+):", read(Path("Makefile")), re.MULTILINE))


def _make(*goals: str) -> str:
    done = subprocess.run(["make", "-s", *goals], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S607
    return done.stdout
