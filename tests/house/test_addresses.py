"""Nothing in the project knows the machine it was made on, nor where packages come from."""

import re
from pathlib import Path

from tests.house.tree import read, tracked

MACHINE_PATH = re.compile(r"(?<![\w.:/*-])/(?:root|home|work|Users)/\w[\w./-]*")
REGISTRY = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("deb", "debian", "org"),
            ("crates", "io"),
            ("golang", "org"),
            ("maven", "org"),
        )
    )
)


def test_no_file_holds_a_path_of_a_machine() -> None:
    assert _found(MACHINE_PATH) == []


def test_no_file_names_the_host_of_a_registry() -> None:
    assert _found(REGISTRY) == []


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [f"{path}: {match[0]}" for path in filter(_is_ours, tracked()) for match in pattern.finditer(read(path))]


def _is_ours(path: Path) -> bool:
    return path.parts[:2] != ("tests", "data")
