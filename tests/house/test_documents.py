"""The documents tell of what is there: rooms, settings, commands and files."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from samenspraak.commands.register import COMMANDS
from samenspraak.config import Settings
from tests.house.tree import PACKAGE, ROOT, read, tracked

DOCUMENTS = [path for path in tracked() if path.suffix == ".md"]
BASES = (ROOT, PACKAGE, PACKAGE / "web")
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")
FILE = re.compile(r"`([\w./-]+/[\w.-]+\.(?:py|md|txt|toml|css|js))`")


def test_every_room_stands_in_the_architecture() -> None:
    rooms = {
        path.relative_to("platform/samenspraak").parts[0] for path in tracked() if PACKAGE in (ROOT / path).parents
    }
    told = set(re.findall(r"[a-z]+", read(Path("docs/architecture.md"))))
    assert {room.removesuffix(".py") for room in rooms} - {"__init__"} <= told


def test_every_setting_is_told_to_who_installs() -> None:
    told = set(re.findall(r"`([A-Z_]+)`", read(Path("docs/operations.md"))))
    assert {name.upper() for name in Settings.model_fields} <= told


def test_every_command_is_told_to_who_installs() -> None:
    told = read(Path("docs/operations.md"))
    assert [command for command in _commands() if f"`flask {command}" not in told] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_what_a_document_links_to_is_there(document: Path) -> None:
    folder = (ROOT / document).parent
    assert [link for link in LINK.findall(read(document)) if not (folder / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_what_a_document_names_is_there(document: Path) -> None:
    named = FILE.findall(read(document))
    assert [name for name in named if not any((base / name).exists() for base in BASES)] == []


def _commands() -> Iterator[str]:
    for command in COMMANDS:
        inner = command.commands if isinstance(command, click.Group) else {}
        yield from (f"{command.name} {name}" for name in inner) if inner else (str(command.name),)
