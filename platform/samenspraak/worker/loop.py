"""The worker's round: look, take, carry out, and now and then what the clock asks.

Two workers at once are harmless: each takes its own rows. What one that died had in hand comes free with its lease.
"""

import time
from collections.abc import Sequence

import structlog

from samenspraak.core import outbox
from samenspraak.core.db import DatabaseUnavailable, reading
from samenspraak.services import Services
from samenspraak.worker.draining import Effects, drain
from samenspraak.worker.effects import EFFECTS
from samenspraak.worker.stopping import StopSignal
from samenspraak.worker.ticks import TICKS, Tick

_log = structlog.get_logger()

PAUSE = 0.3
"""Seconds between two looks at an empty outbox."""

PAUSE_WITHOUT_DATABASE = 2.0
PAUSE_AFTER_FAULT = 30.0
"""Seconds, at the least, until something for the clock is tried again."""


def work(
    services: Services,
    stop: StopSignal,
    effects: Effects = EFFECTS,
    ticks: Sequence[Tick] = TICKS,
) -> None:
    """Work until told to stop; what is in hand is finished first."""
    due = dict.fromkeys(ticks, time.monotonic())
    while not stop.is_told():
        for tick in ticks:
            if time.monotonic() >= due[tick]:
                due[tick] = time.monotonic() + _try(services, tick)
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


def _try(services: Services, tick: Tick) -> float:
    """Do one thing for the clock, and return in how many seconds again; a fault is told."""
    try:
        tick.do(services)
    except Exception:  # noqa: BLE001 - the worker outlives a fault of one tick
        _log.exception("tick failed", tick=tick.do.__name__)
        return max(tick.every, PAUSE_AFTER_FAULT)
    return tick.every
