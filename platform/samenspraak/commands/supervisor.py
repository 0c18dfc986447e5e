"""Keeps a few child processes running: starts again what dies, and stops all of them together."""

import ctypes
import dataclasses
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress

import structlog

from samenspraak.worker.stopping import StopSignal

_log = structlog.get_logger()

LOOK = 0.2
TOO_SHORT = 1.0
"""Seconds; a child that lived shorter died of its start, and is started again ever later."""

LONGEST_DELAY = 10.0
GRACE = 15.0
_ASKED = {signal.SIGTERM, signal.SIGINT}
_PR_SET_PDEATHSIG = 1
_PR_SET_NAME = 15


@dataclasses.dataclass
class Child:
    """A process to keep running: what it does, and how it fares."""

    name: str
    run: Callable[[], None]
    pid: int = 0
    started_at: float = 0.0
    start_at: float = 0.0
    quick_deaths: int = 0


def supervise(children: Sequence[Child], stop: StopSignal, each_round: Callable[[], None]) -> None:
    """Keep the children running until told to stop, then stop them. `each_round` is called a few times a second."""
    try:
        while not stop.is_told():
            for child in children:
                _look_after(child)
            each_round()
            stop.wait(LOOK)
    finally:
        _stop_all(children)


def _look_after(child: Child) -> None:
    if child.pid and _has_ended(child):
        _bury(child)
    if not child.pid and time.monotonic() >= child.start_at:
        _start(child)


def _start(child: Child) -> None:
    """Fork; signals wait meanwhile, so that none is heard by the child with the ears of its parent."""
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    signal.pthread_sigmask(signal.SIG_BLOCK, _ASKED)
    child.pid = os.fork()
    if child.pid == 0:
        _be(child, parent)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ASKED)
    child.started_at = time.monotonic()


def _be(child: Child, parent: int) -> None:
    """Be the child, and nothing after it: this does not return."""
    status = 1
    try:
        for number in _ASKED:
            signal.signal(number, signal.SIG_DFL)
        # Its own group: Ctrl-C reaches the supervisor alone, which then stops the children in order.
        os.setsid()
        _tell_linux(child.name)
        if os.getppid() != parent:
            os._exit(status)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ASKED)
        child.run()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - whatever it is, it must not go on as a second supervisor
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _tell_linux(name: str) -> None:
    """Have Linux end this process when its parent is killed, and show its name; elsewhere it does without."""
    if sys.platform == "linux":
        linux = ctypes.CDLL(None)
        linux.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        linux.prctl(_PR_SET_NAME, name.encode())


def _has_ended(child: Child) -> bool:
    ended, _status = os.waitpid(child.pid, os.WNOHANG)
    return ended == child.pid


def _bury(child: Child) -> None:
    """Ask what the dead child left running to stop, and decide when to start it again."""
    lived = time.monotonic() - child.started_at
    child.quick_deaths = child.quick_deaths + 1 if lived < TOO_SHORT else 0
    delay = min(LONGEST_DELAY, 0.25 * 2**child.quick_deaths) if child.quick_deaths else 0.0
    _log.error("child ended", child=child.name, pid=child.pid, lived=round(lived, 1), again_in=delay)
    _signal_group(child, signal.SIGTERM)
    child.pid, child.start_at = 0, time.monotonic() + delay


def _stop_all(children: Sequence[Child]) -> None:
    running = [child for child in children if child.pid]
    for child in running:
        with suppress(ProcessLookupError):
            os.kill(child.pid, signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    while time.monotonic() < deadline and not all(_is_gone(child) for child in running):
        time.sleep(0.05)
    for child in running:
        _signal_group(child, signal.SIGKILL)
        if child.pid:
            os.waitpid(child.pid, 0)


def _is_gone(child: Child) -> bool:
    if child.pid and _has_ended(child):
        _signal_group(child, signal.SIGTERM)
        child.pid = 0
    return not child.pid


def _signal_group(child: Child, number: signal.Signals) -> None:
    if child.pid:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, number)
