"""`flask serve`: the platform as it runs for people, web server and worker under one supervisor."""

import errno
import gc
import http.client
import os
import socket
import sys
from collections.abc import Callable

import click
from sqlalchemy.orm import configure_mappers
from whoosh.codec import default_codec

from samenspraak.commands.context import services
from samenspraak.commands.supervisor import Child, supervise
from samenspraak.commands.web_server import make_app, serve
from samenspraak.config import Settings
from samenspraak.demonstration.logins import LOGINS
from samenspraak.dutch.analysis import analyse
from samenspraak.services import Services
from samenspraak.worker.loop import work
from samenspraak.worker.stopping import StopSignal

SHOWN = LOGINS[:3]
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@click.command("serve")
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", envvar="PORT", default=5000, show_default=True, type=click.IntRange(1, 65_535))
@click.option("--log-level", type=click.Choice(LEVELS), help="What is logged, as JSON; warnings unless set otherwise.")
def serve_all(host: str, port: int, log_level: str | None) -> None:
    """Serve the platform and carry out its effects, until Ctrl-C."""
    opened = services()
    listener = _listen(host, port)
    address = f"http://{_reachable(host)}:{port}"
    _tell_children(opened.settings, address, log_level)
    _load_what_is_shared()
    stop = StopSignal()
    stop.listen()
    children = [
        Child("web", lambda: serve(listener, os.environ["SAMENSPRAAK_LOG_LEVEL"])),
        Child("worker", _work),
    ]
    supervise(children, stop, _greeter(opened.settings, address, _reachable(host), port))
    listener.close()


def _load_what_is_shared() -> None:
    """Load words, index format and mappings before there are more processes: once, and in memory that they share."""
    list(analyse("gemeenteraad"))
    default_codec()
    configure_mappers()
    gc.freeze()


def _listen(host: str, port: int) -> socket.socket:
    """Open the port before anything starts; it stays open while the web server is started again."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(1024)
    except OSError as error:
        listener.close()
        click.echo(_why_not(error, host, port), err=True)
        sys.exit(2)
    return listener


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno != errno.EADDRINUSE:
        return f"{host}:{port}: {error.strerror}"
    return (
        f"Poort {port} is al bezet door een ander programma. Kies een andere: PORT={port + 1} make run\n"
        f"Port {port} is taken by another program. Choose another one: PORT={port + 1} make run"
    )


def _reachable(host: str) -> str:
    """Return where this machine reaches what listens on a host."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104


def _tell_children(settings: Settings, address: str, log_level: str | None) -> None:
    """Set in the environment what the processes to come read; what was set there by someone stays."""
    given = settings.model_fields_set
    level = log_level or (settings.log_level if "log_level" in given else "WARNING")
    os.environ["SAMENSPRAAK_LOG_LEVEL"] = level
    if settings.mode == "demonstration" and "base_url" not in given:
        os.environ["SAMENSPRAAK_BASE_URL"] = address


def _work() -> None:
    services: Services = make_app().extensions["samenspraak"]
    stop = StopSignal()
    stop.listen()
    work(services, stop)
    services.engine.dispose()


def _greeter(settings: Settings, address: str, host: str, port: int) -> Callable[[], None]:
    """Return what greets once, when the server really answers."""
    greeted = False

    def greet() -> None:
        nonlocal greeted
        if not greeted and _answers(host, port):
            greeted = True
            click.echo(_greeting(settings, address))

    return greet


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host.strip("[]"), port, timeout=1)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _greeting(settings: Settings, address: str) -> str:
    lines = [f"Samenspraak: {address}  (Ctrl-C stops it)"]
    if settings.mode == "demonstration":
        lines += ["Log in as:", *(f"  {login.role.value:12} {login.email:40} {login.password}" for login in SHOWN)]
        lines.append(f"Mail that it would send: {address}/dev/mail" if settings.mail == "file" else "")
    return "\n".join(filter(None, lines))
