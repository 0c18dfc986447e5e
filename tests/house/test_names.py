"""What has no home lacks a name: files, folders and classes are called after their subject."""

import ast

from tests.house.tree import parse, python_files, tracked

NEVER_A_WORD = {"util", "utils", "helper", "helpers", "misc"}
NEVER_A_NAME = NEVER_A_WORD | {"base", "common", "manager", "managers"}
NEVER_AN_ENDING = ("Util", "Utils", "Helper", "Helpers", "Manager")


def test_no_file_or_folder_has_a_name_without_a_subject() -> None:
    wrong = [str(path) for path in tracked() if any(map(_is_empty_name, path.parts))]
    assert wrong == []


def test_no_class_has_a_name_without_a_subject() -> None:
    wrong = [
        f"{path}:{node.lineno} {node.name}"
        for path in python_files("platform", "tests", "bench", "bin")
        for node in ast.walk(parse(path))
        if isinstance(node, ast.ClassDef) and node.name.endswith(NEVER_AN_ENDING)
    ]
    assert wrong == []


def _is_empty_name(part: str) -> bool:
    name = part.split(".", maxsplit=1)[0].strip("_")
    return name in NEVER_A_NAME or not NEVER_A_WORD.isdisjoint(name.split("_"))
