"""All commands, by subject."""

from flask import Flask

from samenspraak.commands.assets import assets
from samenspraak.commands.db import db
from samenspraak.commands.imports import imports
from samenspraak.commands.themes import themes

COMMANDS = (assets, db, imports, themes)


def register_commands(app: Flask) -> None:
    """Give the application its commands."""
    for command in COMMANDS:
        app.cli.add_command(command)
