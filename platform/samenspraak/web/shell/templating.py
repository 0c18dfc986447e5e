"""How templates are read: an unknown name is a fault, not an empty place."""

from flask import Flask
from jinja2 import StrictUndefined


def register_templating(app: Flask) -> None:
    """Make templates strict and free of empty lines."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
