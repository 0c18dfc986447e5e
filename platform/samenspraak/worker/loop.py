"""The worker's round: look, take, carry out, and now and then what the clock asks.

Two workers at once are harmless: each takes its own rows. What one that died had in hand comes free with its lease.
"""

import time
from collections.abc import Callable, Sequence

import structlog

from samenspraak.core import outbox
from samenspraak.core.db import DatabaseUnavailable, reading
from samenspraak.services import Services
from samenspraak.wiring import EFFECTS, TICKS
from samenspraak.worker.effects import Effects, drain
from samenspraak.worker.stopping import StopSignal

_log = structlog.get_logger()

PAUSE = 0.3
"""Seconds between two looks at an empty outbox."""

PAUSE_WITHOUT_DATABASE = 2.0
TICK = 30.0


def work(
    services: Services,
    stop: StopSignal,
    effects: Effects = EFFECTS,
    ticks: Sequence[Callable[[Services], None]] = TICKS,
) -> None:
    """Work until told to stop; what is in hand is finished first."""
    next_tick = time.monotonic()
    while not stop.is_told():
        if time.monotonic() >= next_tick:
            next_tick = time.monotonic() + TICK
            for tick in ticks:
                _try(services, tick)
        stop.wait(_round(services, stop, effects))


def _round(services: Services, stop: StopSignal, effects: Effects) -> float:
    """Carry out what is due; return for how many seconds to pause."""
    try:
        with reading(services.sessions) as session:
            due = outbox.has_due(session, services.clock())
        return 0 if due and drain(services, effects, stop.is_told) else PAUSE
    except DatabaseUnavailable as error:
        _log.warning("no database", error=str(error.orig))
        return PAUSE_WITHOUT_DATABASE


def _try(services: Services, tick: Callable[[Services], None]) -> None:
    """Do one thing for the clock; a fault is told and tried again at the next tick."""
    try:
        tick(services)
    except Exception:  # noqa: BLE001 - the worker outlives a fault of one tick
        _log.exception("tick failed", tick=tick.__name__)
