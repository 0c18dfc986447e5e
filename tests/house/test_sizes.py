"""What cannot be read in two minutes wants splitting."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import parse, python_files, read, tracked

MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40
READ_BY_PEOPLE = {".css", ".html", ".js", ".py"}
CODE = ("bench", "bin", "platform", "tests")


def test_no_file_is_too_long() -> None:
    assert [f"{path}: {lines}" for path, lines in _file_sizes() if lines > MOST_LINES_OF_A_FILE] == []


def test_no_function_is_too_long() -> None:
    assert [f"{name}: {lines}" for name, lines in _function_sizes() if lines > MOST_LINES_OF_A_FUNCTION] == []


def _file_sizes() -> Iterator[tuple[Path, int]]:
    for path in tracked():
        if path.parts[0] in {*CODE, "static", "templates"} and path.suffix in READ_BY_PEOPLE:
            yield path, read(path).count("\n")


def _function_sizes() -> Iterator[tuple[str, int]]:
    for path in python_files(*CODE):
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1
