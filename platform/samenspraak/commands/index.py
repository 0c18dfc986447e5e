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
@click.option("--mend", "is_mending", is_flag=True, help="Set right what differs.")
def check(*, is_mending: bool) -> None:
    """Compare the index with the database, document by document; fail when they differ and nothing was mended."""
    opened = services()
    try:
        differences = _compare(opened)
    except IndexBroken as error:
        if not is_mending:
            raise click.ClickException(
                f"The index is missing, broken or of another version: {error}. Repair it with: flask index rebuild"
            ) from error
        _rebuild(opened)
        return
    _tell(opened, differences)
    if differences and is_mending:
        repair(opened.sessions, opened.index, differences)
        click.echo(f"Mended: {len(differences)}.")
    elif differences:
        raise click.ClickException("The index differs from the database. Mend it with: flask index check --mend")


def _rebuild(services: Services) -> None:
    with click.progressbar(length=count_documents(services.sessions), label="Indexing") as bar:
        count = rebuild(services.sessions, services.index, bar.update)
    click.echo(f"{count} documents in the index.")


def _compare(services: Services) -> list[Difference]:
    if services.index.needs_rebuild():
        raise IndexBroken("it cannot be read by this version")
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
