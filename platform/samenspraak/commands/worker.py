"""`flask worker`: what carries out the effects in the outbox; one or more of them beside the server."""

import click

from samenspraak.commands.context import services
from samenspraak.worker.loop import work
from samenspraak.worker.stopping import StopSignal


@click.command("worker")
def worker() -> None:
    """Index what changed, send mail, and let invitations expire, until stopped; `flask serve` starts one itself."""
    opened = services()
    stop = StopSignal()
    stop.listen()
    work(opened, stop)
    opened.engine.dispose()
