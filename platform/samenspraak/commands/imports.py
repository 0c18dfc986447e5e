"""`flask import`: takes over data from files."""

from pathlib import Path

import click
from flask.cli import AppGroup

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.calendar.actions.loading import place_partnerships
from samenspraak.commands.context import services
from samenspraak.core.events import unit_of_work
from samenspraak.people.actions.partnerships import import_partnerships
from samenspraak.people.partnership_file import Unreadable, read_partnerships

imports = AppGroup("import", help="Take over data from a file; twice is the same as once.")


@imports.command("partnerships")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def partnerships(file: Path) -> None:
    """Take over the areas of partnerships from the CSV file FILE: delimiter and encoding are found out."""
    try:
        reading = read_partnerships(file.read_bytes())
    except Unreadable as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    for rejected in reading.rejected:
        click.echo(f"{file.name}, line {rejected.line}: {rejected.reason}", err=True)
    if not reading.areas:
        raise click.ClickException(f"{file.name}: no line could be read")
    opened = services()
    with unit_of_work(opened.sessions, opened.wiring, opened.clock) as session:
        taken = import_partnerships(session, reading.areas)
        place_partnerships(session)
        record_act(session, Act.PARTNERSHIPS_IMPORTED, None, Thing.SITE, 0, opened.clock(), after=vars(taken))
    click.echo(
        f"{file.name}: {taken.new} new, {taken.changed} changed, {taken.unchanged} unchanged, "
        f"{len(reading.rejected)} lines rejected"
    )
