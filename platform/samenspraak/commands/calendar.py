"""`flask calendar`: school holidays and the regions of partnerships."""

import dataclasses

import click
from flask.cli import AppGroup

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.calendar.actions.loading import load_calendar
from samenspraak.commands.context import services
from samenspraak.core.events import unit_of_work

calendar = AppGroup("calendar", help="Take the shipped school holidays and regions into the database.")


@calendar.command()
@click.option("--quiet", "is_quiet", is_flag=True, help="Say nothing when nothing is loaded.")
def load(*, is_quiet: bool) -> None:
    """Add the school years that are missing, and the region of partnerships without one; what stands is left."""
    opened = services()
    with unit_of_work(opened.sessions, opened.wiring, opened.clock) as session:
        loaded = load_calendar(session)
        if any(dataclasses.astuple(loaded)):
            record_act(
                session, Act.CALENDAR_LOADED, None, Thing.SITE, 0, opened.clock(), after=dataclasses.asdict(loaded)
            )
    if not is_quiet or loaded.holidays or loaded.regions:
        click.echo(f"{loaded.holidays} school holidays added, {loaded.regions} partnerships placed in a region.")
