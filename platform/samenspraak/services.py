"""What a running Samenspraak holds: settings, database, index and clock, opened once a process."""

import dataclasses

from sqlalchemy import Engine

from samenspraak.config import Settings
from samenspraak.core.clock import Clock, utc_now
from samenspraak.core.db import SessionFactory, create_engine, session_factory
from samenspraak.core.events import Wiring
from samenspraak.search.index import Index


@dataclasses.dataclass(frozen=True)
class Services:
    """The runtime parts that the web, the worker and the commands share."""

    settings: Settings
    engine: Engine
    sessions: SessionFactory
    index: Index
    wiring: Wiring
    clock: Clock


def open_services(settings: Settings, wiring: Wiring, clock: Clock = utc_now) -> Services:
    """Open database and index. Nothing is read yet, so this succeeds on an empty installation."""
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    engine = create_engine(settings.database)
    return Services(
        settings=settings,
        engine=engine,
        sessions=session_factory(engine),
        index=Index(settings.index),
        wiring=wiring,
        clock=clock,
    )
