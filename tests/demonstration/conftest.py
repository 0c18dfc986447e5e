"""Eyes on the database that holds the demonstration."""

from collections.abc import Iterator

import pytest

from samenspraak.core.db import Session, create_engine, reading, session_factory
from tests.support.demonstrations import Demonstration


@pytest.fixture
def seen(demonstration: Demonstration) -> Iterator[Session]:
    """A session that looks at the loaded database."""
    engine = create_engine(demonstration.url)
    with reading(session_factory(engine)) as session:
        yield session
    engine.dispose()
