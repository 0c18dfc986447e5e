"""Models equal migrations, and a migration goes both ways."""

from alembic import command
from sqlalchemy import inspect

from samenspraak.core.db import create_engine
from tests.support.databases import alembic_config


def test_models_are_what_the_migrations_make(database_url: str) -> None:
    command.check(alembic_config(database_url))


def test_migrations_go_down_and_up_again(own_database_url: str) -> None:
    config = alembic_config(own_database_url)
    command.downgrade(config, "base")
    assert _tables(own_database_url) == {"alembic_version"}
    command.upgrade(config, "head")
    command.check(config)


def _tables(url: str) -> set[str]:
    engine = create_engine(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names
