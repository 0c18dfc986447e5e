"""All commands, by subject."""

from flask import Flask

from samenspraak.commands.assets import assets
from samenspraak.commands.audit import audit
from samenspraak.commands.calendar import calendar
from samenspraak.commands.db import db
from samenspraak.commands.demo import demo
from samenspraak.commands.evaluate import evaluate
from samenspraak.commands.imports import imports
from samenspraak.commands.index import index
from samenspraak.commands.people import people
from samenspraak.commands.serve import serve_all
from samenspraak.commands.sources import sources
from samenspraak.commands.themes import themes
from samenspraak.commands.translations import translations
from samenspraak.commands.worker import worker

COMMANDS = (
    assets,
    audit,
    calendar,
    db,
    demo,
    evaluate,
    imports,
    index,
    people,
    sources,
    themes,
    translations,
    serve_all,
    worker,
)


def register_commands(app: Flask) -> None:
    """Give the application its commands."""
    for command in COMMANDS:
        app.cli.add_command(command)
