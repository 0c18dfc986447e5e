"""`flask themes`: the themes and the thesaurus."""

import dataclasses

import click
from flask.cli import AppGroup

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.commands.context import services
from samenspraak.core.events import unit_of_work
from samenspraak.themes.actions import load_starting_content

themes = AppGroup("themes", help="Take the shipped themes and thesaurus into the database.")


@themes.command()
def load() -> None:
    """Add the themes and terms that are missing; what stands is left as it is."""
    opened = services()
    with unit_of_work(opened.sessions, opened.wiring, opened.clock) as session:
        loaded = load_starting_content(session)
        if any(dataclasses.astuple(loaded)):
            record_act(
                session, Act.CONTENT_LOADED, None, Thing.SITE, 0, opened.clock(), after=dataclasses.asdict(loaded)
            )
    click.echo(f"{loaded.themes} themes and {loaded.terms} terms added.")
