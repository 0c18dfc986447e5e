"""A database that holds the demonstration, loaded once for each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samenspraak.core.db import Session, SessionFactory, create_engine, reading, session_factory
from samenspraak.demonstration.loading import load_demonstration, plan
from samenspraak.wiring import WIRING
from tests.support.databases import copy_of_template
from tests.support.site import NOON


@pytest.fixture(scope="session")
def loaded(
    database_kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SessionFactory]:
    """A maker of sessions on the loaded database, for tests that only look."""
    folder: Path = tmp_path_factory.mktemp("demonstration")
    for url in copy_of_template(database_kind, request, folder):
        engine = create_engine(url)
        sessions = session_factory(engine)
        load_demonstration(sessions, WIRING, plan(NOON), NOON)
        yield sessions
        engine.dispose()


@pytest.fixture
def seen(loaded: SessionFactory) -> Iterator[Session]:
    """A session that looks at the loaded database."""
    with reading(loaded) as session:
        yield session
