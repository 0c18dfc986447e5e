"""What a command may ask of the application: the services that this process has open."""

from flask import current_app

from samenspraak.services import Services


def services() -> Services:
    """Return what this process has open."""
    found: Services = current_app.extensions["samenspraak"]
    return found
