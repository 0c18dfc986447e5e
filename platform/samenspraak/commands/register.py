"""All commands, by subject."""

from flask import Flask

from samenspraak.commands.assets import assets
from samenspraak.commands.db import db

COMMANDS = (assets, db,)


def register_commands(app: Flask) -> None:
    """Give the application its commands."""
    for command in COMMANDS:
        app.cli.add_command(command)
