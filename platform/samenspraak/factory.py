"""Builds the application from its parts."""

from flask import Flask

from samenspraak.commands.register import register_commands
from samenspraak.config import ROOT, Settings
from samenspraak.core.clock import Clock, utc_now
from samenspraak.services import open_services
from samenspraak.web.register import register_web
from samenspraak.wiring import WIRING


def create_app(settings: Settings | None = None, clock: Clock = utc_now) -> Flask:
    """Return the application. A wrong setting raises here, before anything is served."""
    settings = settings or Settings()
    app = Flask("samenspraak", root_path=str(ROOT), template_folder="templates", static_folder="static")
    app.extensions["samenspraak"] = open_services(settings, WIRING, clock)
    register_web(app)
    register_commands(app)
    return app
