"""`flask index`: the search index."""

import click
from flask.cli import AppGroup

from samenspraak.commands.context import services
from samenspraak.core import outbox
from samenspraak.core.db import reading
from samenspraak.indexing.comparing import Difference, compare, repair
from samenspraak.indexing.upkeep import count_documents, rebuild
from samenspraak.search.errors import IndexBroken
from samenspraak.services import Services

index = AppGroup("index", help="Keep the search index.")

MOST_TOLD = 50


@index.command("rebuild")
def rebuild_all() -> None:
    """Index everything anew, in a new folder, while the platform serves; then switch to it."""
    _rebuild(services())


@index.command("check")
@click.option("--dry-run", is_flag=True, help="Change nothing; fail when there is something to mend.")
def check(*, dry_run: bool) -> None:
    """Read every file of the index, compare it with the database document by document, and mend what is wrong."""
    opened = services()
    try:
        differences = _compare(opened)
    except IndexBroken as error:
        if dry_run:
            raise click.ClickException(f"The index needs a rebuild: {error}.") from error
        click.echo(f"The index is made anew: {error}.")
        _rebuild(opened)
        return
    _tell(opened, differences)
    if differences and dry_run:
        raise click.ClickException("The index differs from the database. Mend it with: flask index check")
    if differences:
        _mend(opened, differences)


def _mend(services: Services, differences: list[Difference]) -> None:
    repair(services.sessions, services.index, differences)
    left = compare(services.sessions, services.index)
    click.echo(f"Mended: {len(differences) - len(left)}.")
    if left:
        raise click.ClickException(f"{len(left)} differ still. Is the platform busy? Check again in a moment.")


def _rebuild(services: Services) -> None:
    with click.progressbar(length=count_documents(services.sessions), label="Indexing") as bar:
        count = rebuild(services.sessions, services.index, bar.update)
    click.echo(f"{count} documents in the index.")


def _compare(services: Services) -> list[Difference]:
    services.index.verify()
    if services.index.needs_rebuild():
        raise IndexBroken("it is not whole, or made by another version")
    with click.progressbar(length=count_documents(services.sessions), label="Comparing") as bar:
        return compare(services.sessions, services.index, bar.update)


def _tell(services: Services, differences: list[Difference]) -> None:
    for each in differences[:MOST_TOLD]:
        click.echo(f"{each.kind.value} {each.key}: {each.fault.value}")
    if len(differences) > MOST_TOLD:
        click.echo(f"... and {len(differences) - MOST_TOLD} more")
    click.echo(f"Differences: {len(differences)}.")
    with reading(services.sessions) as session:
        waiting = outbox.count_waiting(session)
    if differences and waiting:
        click.echo(f"{waiting} effects wait for the worker; what they are about may come right by itself.")
