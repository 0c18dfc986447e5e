"""Reading beforehand what a first search would wait for: word lists, thesaurus, index. Together some seconds."""

import datetime as dt
import gc
import threading

import structlog

from samenspraak.core.clock import Clock
from samenspraak.core.db import SessionFactory, reading
from samenspraak.indexing.finding import find
from samenspraak.people.rules import VISITOR
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import SearchRequest
from samenspraak.themes.queries import thesaurus

_OBJECTS_A_ROUND = 50_000
_log = structlog.get_logger()


def warm_in_background(sessions: SessionFactory, index: Index, clock: Clock) -> threading.Thread:
    """Search once in a thread of its own, and return the thread. A fault of it is only told: nobody waits for it."""
    thread = threading.Thread(target=_try, args=(sessions, index, clock()), name="warming", daemon=True)
    thread.start()
    return thread


def warm(sessions: SessionFactory, index: Index, now: dt.datetime) -> None:
    """Search once, for a word that has to be looked up and split. Raises IndexBroken."""
    with reading(sessions) as session:
        request = SearchRequest(query=parse("leerlingenvervoerr"), audience=frozenset(), now=now)
        find(session, index, VISITOR, request, thesaurus(session))


def settle() -> None:
    """Leave what is read out of the garbage collector's rounds, which took a tenth of a second, and make those rarer.

    A match reads some thousand rows: by Python's own measure it would start several rounds.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_A_ROUND)


def _try(sessions: SessionFactory, index: Index, now: dt.datetime) -> None:
    try:
        warm(sessions, index, now)
        settle()
    except Exception as error:  # noqa: BLE001 - the first search will tell its reader
        _log.warning("not warmed", error=repr(error))
