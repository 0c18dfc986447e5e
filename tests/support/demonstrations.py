"""The demonstration, loaded once a run for each kind of database, by its own command; all workers look at that one."""

import dataclasses
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from samenspraak.config import Settings
from samenspraak.factory import create_app
from tests.support.databases import RUN_FOLDER, TEMPLATE
from tests.support.postgresql import Cluster
from tests.support.site import NOON, services_of

NAME = "demonstration"


@dataclasses.dataclass(frozen=True)
class Demonstration:
    """A loaded database in which nobody writes, the folder of its index, and what the command told."""

    url: str
    folder: Path
    told: str

    def copy_to(self, folder: Path) -> str:
        """Copy SQLite's file and the index to where someone goes on with them; return the address of the copy."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return self.url.replace(str(self.folder), str(folder))


@pytest.fixture(scope="session")
def demonstration(database_kind: str, request: pytest.FixtureRequest) -> Demonstration:
    """The demonstration as it stands at `NOON`: whoever asks first loads it, the others wait."""
    folder = Path(os.environ[RUN_FOLDER]) / f"{NAME}-{database_kind}"
    folder.mkdir(exist_ok=True)
    url, told = folder / "url", folder / "told"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            url.write_text(_empty_database(database_kind, request, folder))
            with opened(url.read_text(), folder) as app:
                told.write_text(app.test_cli_runner().invoke(args=["demo", "load"], catch_exceptions=False).output)
    return Demonstration(url.read_text(), folder, told.read_text())


def _empty_database(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    if kind == "sqlite":
        return f"sqlite:///{shutil.copy(request.getfixturevalue('sqlite_template'), folder / 'test.db')}"
    cluster: Cluster = request.getfixturevalue("cluster")
    cluster.create(NAME, TEMPLATE)
    return cluster.url(NAME)


@contextmanager
def opened(url: str, folder: Path, mode: str = "test", **settings: str) -> Iterator[Flask]:
    """Open the application on a database, at `NOON`."""
    given = Settings(mode=mode, database_url=url, data_folder=folder, log_level="ERROR", **settings)
    app = create_app(given, clock=lambda: NOON)
    yield app
    services_of(app).engine.dispose()
