"""Making a broken index anew in the background, while the worker goes on with all else."""

import threading

import structlog

from samenspraak.core.db import SessionFactory
from samenspraak.indexing.upkeep import mend
from samenspraak.search.index import Index

_log = structlog.get_logger()

AT_ONCE = 5.0
"""Seconds to wait for it: a small index is whole before anything else happens."""

PAUSE = 30.0
"""Seconds after a rebuild that failed, such as on a full disk."""


class Mending:
    """The rebuild that is under way in this process, if any."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None

    def is_under_way(self) -> bool:
        """Say whether the index is being made anew, or a failure is waited out."""
        return self._thread is not None and self._thread.is_alive()

    def look(self, sessions: SessionFactory, index: Index) -> None:
        """Begin a rebuild if the index needs it and none is under way; one that takes long goes on by itself."""
        if self.is_under_way() or not index.needs_rebuild():
            return
        self._thread = threading.Thread(target=_try, args=(sessions, index), name="mending", daemon=True)
        self._thread.start()
        self._thread.join(AT_ONCE)


def _try(sessions: SessionFactory, index: Index) -> None:
    try:
        mend(sessions, index)
    except Exception as error:  # noqa: BLE001 - told, and tried again
        _log.error("index not mended", error=repr(error), again_in=PAUSE)
        threading.Event().wait(PAUSE)
