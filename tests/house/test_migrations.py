"""Models equal migrations, and a migration goes both ways."""

from alembic import command
from sqlalchemy import Engine, inspect

from samenspraak.core.db import create_engine, session_factory
from samenspraak.themes.actions import load_starting_content
from tests.support.databases import alembic_config


def test_models_are_what_the_migrations_make(database_url: str) -> None:
    command.check(alembic_config(database_url))


def test_migrations_go_down_and_up_again(own_database_url: str) -> None:
    config = alembic_config(own_database_url)
    command.downgrade(config, "base")
    assert _tables(own_database_url) == {"alembic_version"}
    command.upgrade(config, "head")
    command.check(config)


def test_the_words_stay_when_a_migration_copies_their_table(own_database_url: str) -> None:
    config = alembic_config(own_database_url)
    engine = create_engine(own_database_url)
    with session_factory(engine).begin() as session:
        load_starting_content(session)
    before = _words(engine)
    command.downgrade(config, "2cd650c1dc50")
    assert _words(engine) == {kind: count for kind, count in before.items() if kind not in {"everyday", "old"}}
    command.upgrade(config, "head")
    with session_factory(engine).begin() as session:
        load_starting_content(session)
    assert _words(engine) == before
    engine.dispose()


def _words(engine: Engine) -> dict[str, int]:
    """How many meanings the database has of each kind of term."""
    counted = (
        "SELECT kind, count(*) AS times FROM thesaurus_term t JOIN thesaurus_expansion ON term_id = t.id GROUP BY kind"
    )
    with engine.connect() as connection:
        return {row.kind: row.times for row in connection.exec_driver_sql(counted)}


def _tables(url: str) -> set[str]:
    engine = create_engine(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names
