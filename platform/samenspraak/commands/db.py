"""`flask db`: the database's shape."""

import click
from alembic import command
from alembic.config import Config
from flask.cli import AppGroup

from samenspraak.commands.context import services
from samenspraak.config import ROOT

db = AppGroup("db", help="Bring the database to the shape that this version needs.")


def alembic_config(url: str) -> Config:
    """Return Alembic's configuration for the database at `url`."""
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def _config() -> Config:
    return alembic_config(services().settings.database)


@db.command()
def upgrade() -> None:
    """Apply the migrations that are missing."""
    command.upgrade(_config(), "head")


@db.command()
@click.argument("message")
def revision(message: str) -> None:
    """Write a migration from the difference between models and database."""
    command.revision(_config(), message, autogenerate=True)


@db.command()
def check() -> None:
    """Fail when the models differ from the migrations."""
    command.check(_config())
