"""The database: one declarative base, one way to make an engine, one meaning of a moment."""

import datetime as dt
import enum
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import pysqlite3.dbapi2
from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    Enum,
    MetaData,
    TypeDecorator,
    event,
    make_url,
    select,
    text,
)
from sqlalchemy import create_engine as create_sqlalchemy_engine
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

__all__ = [
    "DatabaseUnavailable",
    "Model",
    "Session",
    "SessionFactory",
    "UtcDateTime",
    "answers",
    "clear_free_pages",
    "create_engine",
    "mark_as_reading",
    "reading",
    "session_factory",
    "stored",
    "unless_taken",
]

SessionFactory: TypeAlias = sessionmaker[Session]

DatabaseUnavailable = OperationalError
"""What the driver raises when the database is gone, full, or locked for too long."""

FIRST_SQLITE_WITHOUT_WAL_CORRUPTION = (3, 51, 3)
"""Older ones can lose committed writes in WAL mode (https://sqlite.org/wal.html#walresetbug)."""

SQLITE_BUSY_SECONDS = 5

_QUIET: dict[str, Any] = {"hide_parameters": True}
"""A logged database error must not show what someone wrote."""


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment, always aware and in UTC, also on SQLite, which stores no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, _dialect: Dialect) -> dt.datetime | None:
        """Refuse a moment without zone: it would silently be read as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, _dialect: Dialect) -> dt.datetime | None:
        """Give back UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def stored(kind: type[enum.StrEnum]) -> Enum:
    """Return the column type that stores an enum by its value, as checked text on both databases."""
    return Enum(
        kind,
        native_enum=False,
        length=40,
        create_constraint=True,
        name=kind.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
        validate_strings=True,
    )


class Model(DeclarativeBase):
    """Base of all tables: every constraint gets a name, so that a migration can find it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {dt.datetime: UtcDateTime}  # noqa: RUF012 - read by SQLAlchemy, never changed


def create_engine(url: str) -> Engine:
    """Return an engine for SQLite or PostgreSQL whose units write under `BEGIN IMMEDIATE` unless marked as reading.

    A deferred read-then-write on SQLite fails at once with "database is locked", whatever the busy timeout; taking the
    write lock at the start waits instead.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    engine = create_sqlalchemy_engine(url, pool_pre_ping=True, pool_recycle=1800, **_QUIET)
    event.listen(engine, "handle_error", _withhold_details)
    return engine


def session_factory(engine: Engine) -> SessionFactory:
    """Return the maker of sessions; what was loaded stays readable after a commit."""
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def reading(sessions: SessionFactory) -> Iterator[Session]:
    """Give a session that takes no write lock and is always rolled back."""
    with sessions() as session:
        mark_as_reading(session)
        try:
            yield session
        finally:
            session.rollback()


def mark_as_reading(session: Session) -> None:
    """Begin this session's transaction without the write lock of SQLite."""
    session.connection(execution_options={"samenspraak_reads": True})


@contextmanager
def unless_taken(session: Session, refusal: Exception) -> Iterator[None]:
    """Write what is done within; raise the refusal when another, at the same moment, took what only one can have."""
    try:
        with session.begin_nested():
            yield
    except IntegrityError:
        raise refusal from None


def answers(session: Session) -> bool:
    """Say whether the database answers."""
    try:
        return session.scalar(select(1)) == 1
    except DBAPIError:
        return False


def clear_free_pages(engine: Engine) -> bool:
    """Write the files of the database anew without what was deleted or overwritten; say whether that was done.

    It is not while another reads on from before. PostgreSQL keeps its own log of writes until it recycles that.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM FULL"))
        return True
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        is_busy, *_rest = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy
    finally:
        raw.close()


def _withhold_details(context: ExceptionContext) -> None:
    """Leave of an error of PostgreSQL what went wrong; its details quote the row that was refused."""
    error = context.original_exception
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    if primary and context.sqlalchemy_exception:
        error.args = (primary,)
        context.sqlalchemy_exception.args = (f"({type(error).__name__}) {primary}",)


def _sqlite_engine(url: str) -> Engine:
    engine = create_sqlalchemy_engine(
        url,
        module=pysqlite3.dbapi2,
        connect_args={"timeout": SQLITE_BUSY_SECONDS, "check_same_thread": False},
        **_QUIET,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    safe = pysqlite3.dbapi2.sqlite_version_info >= FIRST_SQLITE_WITHOUT_WAL_CORRUPTION
    for pragma in (
        f"journal_mode={'WAL' if safe else 'TRUNCATE'}",
        "synchronous=FULL",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get("samenspraak_reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
