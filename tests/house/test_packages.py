"""A package says what it is for, and does nothing by being imported; imports stand at the top."""

import ast

from tests.house.tree import PACKAGE, ROOT, parse, python_files


def test_an_init_file_holds_its_docstring_and_nothing_else() -> None:
    wrong = [
        str(path) for path in python_files("platform") if path.name == "__init__.py" and not _is_docstring(parse(path))
    ]
    assert wrong == []


def test_every_folder_with_code_is_a_package() -> None:
    folders = {(ROOT / path).parent for path in python_files("platform")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
    assert PACKAGE in folders


def test_no_import_hides_in_a_function() -> None:
    wrong = [
        f"{path}:{node.lineno}"
        for path in python_files("platform")
        for function in ast.walk(parse(path))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert wrong == []


def _is_docstring(module: ast.Module) -> bool:
    return len(module.body) == 1 and bool(ast.get_docstring(module))
