"""`flask index`: the search index."""

import click
from flask import current_app
from flask.cli import AppGroup

from samenspraak.indexing.upkeep import count_documents, rebuild
from samenspraak.services import Services

index = AppGroup("index", help="Keep the search index.")


@index.command("rebuild")
def rebuild_all() -> None:
    """Index everything anew, in a new folder, while the platform serves; then switch to it."""
    services: Services = current_app.extensions["samenspraak"]
    total = count_documents(services.sessions)
    with click.progressbar(length=total, label="Indexing") as bar:
        count = rebuild(services.sessions, services.index, bar.update)
    click.echo(f"{count} documents in the index.")
