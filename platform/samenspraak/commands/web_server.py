"""gunicorn as this platform runs it: two processes of eight threads, on a socket that is open already."""

import socket
from pathlib import Path
from typing import Any

import structlog
from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.util import import_app

from samenspraak.indexing.warming import warm_in_background
from samenspraak.services import Services

PROCESSES = 2
THREADS = 8
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a heartbeat file, no secret: on a disk it can block


def make_app() -> Flask:
    """Make the application anew in this process, so that no two processes share a connection."""
    app: Flask = import_app("app:create_app()")
    return app


def serve(listener: socket.socket, log_level: str) -> None:
    """Serve until SIGTERM, then finish what is in hand."""
    _WebServer(listener, log_level).run()


class _WebServer(BaseApplication):  # type: ignore[misc] # gunicorn ships no types
    def __init__(self, listener: socket.socket, log_level: str) -> None:
        self._settings = {
            "bind": f"fd://{listener.fileno()}",
            "workers": PROCESSES,
            "worker_class": "gthread",
            "threads": THREADS,
            "timeout": 30,
            "graceful_timeout": 10,
            "worker_tmp_dir": str(_SHARED_MEMORY) if _SHARED_MEMORY.is_dir() else None,
            "control_socket_disable": True,
            "loglevel": log_level.lower(),
            "logconfig_dict": _logging(log_level),
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        app = make_app()
        services: Services = app.extensions["samenspraak"]
        warm_in_background(services.sessions, services.index, services.clock)
        return app


def _logging(level: str) -> dict[str, Any]:
    """Return gunicorn's own log as lines of JSON, like the platform's."""
    own = {"level": level, "handlers": ["stdout"], "propagate": False}
    return {
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.JSONRenderer(),
                ],
                "foreign_pre_chain": [
                    structlog.stdlib.add_log_level,
                    structlog.processors.TimeStamper(fmt="iso", utc=True),
                    structlog.processors.format_exc_info,
                ],
            }
        },
        "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}},
        "root": {"level": level, "handlers": ["stdout"]},
        "loggers": {"gunicorn.error": own, "gunicorn.access": own | {"level": "CRITICAL"}},
    }
