"""Databases for tests: made once a run by the real migrations, copied for each worker, on SQLite and on PostgreSQL."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from samenspraak.core.db import Session, SessionFactory, create_engine, session_factory
from tests.support import programs
from tests.support.kept import Kept
from tests.support.needs import skip_or_fail
from tests.support.postgresql import Cluster

ROOT = Path(__file__).resolve().parents[2]
RUN_FOLDER = "SAMENSPRAAK_TEST_RUN"
TEMPLATE = "template_samenspraak"
KINDS = ["sqlite", "postgresql"]


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder of this run, which all workers share; the databases in it are made when first asked for."""
    if not hasattr(config, "workerinput"):
        folder = Path(tempfile.mkdtemp(prefix="samenspraak-"))
        folder.chmod(0o711)
        os.environ[RUN_FOLDER] = str(folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop PostgreSQL and remove the folder, when the last worker is done."""
    if not hasattr(config, "workerinput"):
        cluster = _find_cluster()
        if cluster:
            cluster.stop()
        shutil.rmtree(os.environ.pop(RUN_FOLDER), ignore_errors=True)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that uses a database on both, unless it is marked `sqlite_only`."""
    if "database_kind" in metafunc.fixturenames:
        alone = metafunc.definition.get_closest_marker("sqlite_only")
        metafunc.parametrize("database_kind", KINDS[:1] if alone else KINDS, scope="session", indirect=True)


@pytest.fixture(scope="session")
def cluster() -> Cluster:
    """The PostgreSQL of this run, with a migrated template in it."""
    cluster = _find_cluster()
    if cluster is None:
        skip_or_fail("postgresql")
    cluster.start()
    with cluster.lock():
        if not cluster.has(TEMPLATE):
            cluster.create(TEMPLATE)
            migrate(cluster.url(TEMPLATE))
    return cluster


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "samenspraak.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def database_kind(request: pytest.FixtureRequest) -> str:
    """Which database this test runs on: sqlite or postgresql."""
    return str(request.param)


@pytest.fixture(scope="session")
def database_url(
    database_kind: str, kept: Kept, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """A migrated, empty database for tests that roll back; all tests of a worker share the one of its kind."""
    open_copy = contextmanager(copy_of_template)
    return kept.get(
        "database", database_kind, lambda: open_copy(database_kind, request, tmp_path_factory.mktemp("database"))
    )


@pytest.fixture
def own_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated, empty database of this test alone, for code that commits: the application, the worker, a command."""
    yield from copy_of_template(database_kind, request, tmp_path)


@pytest.fixture(scope="session")
def engine(database_kind: str, database_url: str, kept: Kept) -> Engine:
    """An engine on `database_url`."""
    return kept.get("engine", database_kind, lambda: _opened_engine(database_url))


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session of which nothing stays, even when the test commits it."""
    with engine.connect() as connection:
        transaction = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint", expire_on_commit=False) as session:
            yield session
        if transaction.is_active:
            transaction.rollback()


@pytest.fixture
def sessions(own_database_url: str) -> Iterator[SessionFactory]:
    """A maker of sessions on the test's own database, whose commits are real."""
    engine = create_engine(own_database_url)
    yield session_factory(engine)
    engine.dispose()


def migrate(url: str, revision: str = "head") -> None:
    """Bring a database to a revision with the real migrations."""
    command.upgrade(alembic_config(url), revision)


def alembic_config(url: str) -> Config:
    """Return the project's configuration of alembic, for one database."""
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def copy_of_template(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Yield the address of a migrated, empty database, which is gone afterwards."""
    if kind == "sqlite":
        path = shutil.copy(request.getfixturevalue("sqlite_template"), folder / "test.db")
        yield f"sqlite:///{path}"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    name = f"test_{uuid.uuid4().hex}"
    cluster.create(name, TEMPLATE)
    yield cluster.url(name)
    cluster.drop(name)


@contextmanager
def _opened_engine(url: str) -> Iterator[Engine]:
    engine = create_engine(url)
    yield engine
    engine.dispose()


def _find_cluster() -> Cluster | None:
    folder = programs.find_postgresql()
    return Cluster(Path(os.environ[RUN_FOLDER]) / "postgresql", folder) if folder else None
