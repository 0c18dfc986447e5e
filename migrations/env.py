"""Alembic's environment: the URL comes from the settings, or from the caller."""

from typing import Literal

from alembic import context

from samenspraak.config import Settings
from samenspraak.core.db import Model, UtcDateTime, create_engine
from samenspraak.tables import ALL_TABLES

assert ALL_TABLES  # noqa: S101 - importing them is what fills the metadata

config = context.config
url = config.get_main_option("sqlalchemy.url") or Settings().database


def _render(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write our own type for moments as what the database has, so that a migration needs nothing of ours."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


def migrate() -> None:
    """Run the migrations on one connection; SQLite copies a table where it cannot alter it, though others refer to it."""
    engine = create_engine(url)
    with engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            connection.connection.cursor().execute(
                "PRAGMA foreign_keys=OFF"
            )  # before the transaction, or it is ignored
        context.configure(
            connection=connection,
            target_metadata=Model.metadata,
            render_as_batch=is_sqlite,
            compare_type=True,
            render_item=_render,
            transaction_per_migration=False,
        )
        with context.begin_transaction():
            context.run_migrations()
            if is_sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
                message = f"The migrations leave rows that refer to nothing: {broken[:3]}"
                raise RuntimeError(message)
        connection.commit()
    engine.dispose()


migrate()
