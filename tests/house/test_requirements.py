"""The pinned files are what pyproject.toml asks for, each with its hashes."""

import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

PIN = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)(.*?)(?=^[\w.-]+(?:\[|==)|\Z)", re.MULTILINE | re.DOTALL)


def test_each_dependency_is_pinned_within_its_bounds() -> None:
    assert _unmet(_project()["project"]["dependencies"], _pins("requirements.txt")) == []


def test_each_tool_of_the_tests_is_pinned_within_its_bounds() -> None:
    assert _unmet(_project()["dependency-groups"]["dev"], _pins("requirements-dev.txt")) == []


def test_tests_run_with_the_very_versions_of_the_platform() -> None:
    assert _pins("requirements.txt").items() <= _pins("requirements-dev.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_a_hash(name: str) -> None:
    assert [pin[1] for pin in PIN.finditer(_text(name)) if "--hash=sha256:" not in pin[3]] == []


def _unmet(wanted: list[str], pins: dict[str, str]) -> list[str]:
    return list(_each_unmet(map(Requirement, wanted), pins))


def _each_unmet(wanted: Iterator[Requirement], pins: dict[str, str]) -> Iterator[str]:
    for requirement in wanted:
        version = pins.get(canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version):
            yield f"{requirement} is pinned to {version}"


def _project() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_text("pyproject.toml"))


def _pins(name: str) -> dict[str, str]:
    return {canonicalize_name(pin[1]): pin[2] for pin in PIN.finditer(_text(name))}


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")
