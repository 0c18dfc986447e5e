"""The tree as tests of the house read it: what git tracks, and what would be tracked."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "platform" / "samenspraak"


@cache
def tracked() -> tuple[Path, ...]:
    """Return all files of the project, relative to the root; what git ignores is not of the project."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607 - git stands on the path
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return tuple(
        path for name in listing.stdout.split("\0") if name and (path := Path(name)) and (ROOT / path).is_file()
    )


def python_files(*folders: str) -> Iterator[Path]:
    """Yield the Python files in some top folders, also those without an ending that say they are."""
    for path in tracked():
        if path.parts[0] in folders and (path.suffix == ".py" or is_python_script(path)):
            yield path


def is_python_script(path: Path) -> bool:
    """Tell a script in bin/ by its first line."""
    return path.parts[0] == "bin" and "python" in read(path).partition("\n")[0]


def read(path: Path) -> str:
    """Return the text of a file, or nothing when it is no text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def parse(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(read(path), filename=str(path))
