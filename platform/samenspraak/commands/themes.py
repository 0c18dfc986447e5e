"""`flask themes`: the themes and the thesaurus."""

from flask import current_app
from flask.cli import AppGroup

from samenspraak.core.events import unit_of_work
from samenspraak.services import Services
from samenspraak.themes.actions import load_starting_content

themes = AppGroup("themes", help="Take the shipped themes and thesaurus into the database.")


@themes.command()
def load() -> None:
    """Add the themes and terms that are missing; what stands is left as it is."""
    services: Services = current_app.extensions["samenspraak"]
    with unit_of_work(services.sessions, services.wiring, services.clock) as session:
        loaded = load_starting_content(session)
    print(f"{loaded.themes} themes and {loaded.terms} terms added.")
