"""`flask worker`: what carries out the effects in the outbox; one or more of them beside the server."""

import click
from flask import current_app

from samenspraak.services import Services
from samenspraak.worker.loop import work
from samenspraak.worker.stopping import StopSignal


@click.command("worker")
def worker() -> None:
    """Index what changed, send mail, and let invitations expire, until stopped; `flask serve` starts one itself."""
    services: Services = current_app.extensions["samenspraak"]
    stop = StopSignal()
    stop.listen()
    work(services, stop)
    services.engine.dispose()
