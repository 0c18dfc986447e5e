"""`flask demo`: the demonstration data."""

import time

import click
from flask.cli import AppGroup

from samenspraak.commands.context import services
from samenspraak.demonstration.loading import is_empty, load_demonstration, plan
from samenspraak.demonstration.logins import COMMON_PASSWORD, LOGINS
from samenspraak.indexing.upkeep import rebuild
from samenspraak.services import Services

demo = AppGroup("demo", help="Load fictional people, questions and answers to look around with.")


@demo.command()
@click.option("--if-empty", "is_quiet", is_flag=True, help="Say nothing when nothing is loaded.")
def load(*, is_quiet: bool) -> None:
    """Fill an empty database; do nothing when someone has an account in it, or in production."""
    opened = services()
    obstacle = _obstacle(opened)
    if obstacle:
        if not is_quiet:
            click.echo(f"{obstacle}: nothing was loaded.")
        return
    _load(opened)


@demo.command()
def logins() -> None:
    """Print the log-ins of the demonstration."""
    for login in LOGINS:
        click.echo(f"{login.role.value:14} {login.email:42} {login.password}")
    click.echo(f"Everyone else: {COMMON_PASSWORD}")


def _obstacle(services: Services) -> str:
    if services.settings.mode == "production":
        return "In production everyone would know these passwords"
    return "" if is_empty(services.sessions) else "The database is not empty"


def _load(services: Services) -> None:
    begin = time.monotonic()
    now = services.clock()
    deeds = plan(now)
    with click.progressbar(length=len(deeds), label="Loading the demonstration") as bar:
        load_demonstration(services.sessions, services.wiring, deeds, now, bar.update)
    documents = rebuild(services.sessions, services.index)
    click.echo(f"Loaded in {time.monotonic() - begin:.1f} s, {documents} documents indexed.")
