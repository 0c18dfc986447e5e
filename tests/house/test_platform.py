"""The source root is called platform/, and Python's own module of that name stays what it is."""

import subprocess
import sys

import pytest

from tests.house.tree import ROOT

ASK = "import platform; print(platform.__file__); platform.system()"


def test_the_source_root_is_no_package() -> None:
    assert not (ROOT / "platform" / "__init__.py").exists()


@pytest.mark.parametrize("start", ["", "import app; ", "import sys; sys.path.insert(0, 'platform'); "])
def test_import_platform_is_pythons_own(start: str) -> None:
    found = subprocess.run([sys.executable, "-c", start + ASK], cwd=ROOT, check=True, capture_output=True, text=True)
    assert not found.stdout.startswith(str(ROOT / "platform"))
    assert found.stdout.strip().endswith("platform.py")


def test_flask_finds_the_application_without_any_setting() -> None:
    flask = [sys.executable, "-m", "flask", "routes"]
    found = subprocess.run(flask, cwd=ROOT, check=False, capture_output=True, text=True, env={"LC_ALL": "C.UTF-8"})
    assert found.returncode == 0, found.stderr
    assert "static" in found.stdout
