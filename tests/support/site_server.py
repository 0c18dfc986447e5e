"""The application of a test, reachable for a browser: served from a thread of the test itself."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

LOCALHOST = "127.0.0.1"


class _Quiet(WSGIRequestHandler):
    """Logs nothing."""

    def log(self, *_arguments: object) -> None:
        return None


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an application and yield its address."""
    server = make_server(LOCALHOST, 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://{LOCALHOST}:{server.server_port}"
    server.shutdown()
    thread.join()
