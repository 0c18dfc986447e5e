"""Carries out what was taken from the outbox, in groups of one effect, each row finished, postponed or failed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

import structlog

from samenspraak.core import outbox
from samenspraak.core.outbox import NotYet, OutboxRow
from samenspraak.services import Services
from samenspraak.worker.effects import Effect

_log = structlog.get_logger()

MOST_ROWS = 50
Effects: TypeAlias = Mapping[str, Effect]


class UnknownEffect(Exception):
    """No version of the platform that runs here knows this effect; the row waits for one that does."""


def drain(services: Services, effects: Effects, is_told_to_stop: Callable[[], bool]) -> int:
    """Carry out what is due, until the end of what was taken or until told to stop; return how many rows were taken.

    Rows that are left in hand come free when their lease ends.
    """
    rows = _take(services)
    for group in _groups(rows, effects):
        if is_told_to_stop():
            break
        _carry_out(services, effects, group)
    return len(rows)


def _take(services: Services) -> Sequence[OutboxRow]:
    with services.sessions() as session:
        rows = outbox.take(session, services.clock(), MOST_ROWS)
        session.commit()
        return rows


def _groups(rows: Sequence[OutboxRow], effects: Effects) -> Iterator[list[OutboxRow]]:
    """Yield rows of the same effect together, as many as it wants at once, in order."""
    for name, of_one in groupby(sorted(rows, key=lambda row: row.effect), key=lambda row: row.effect):
        group = list(of_one)
        size = effects[name].most_at_once if name in effects else 1
        yield from (group[start : start + size] for start in range(0, len(group), size))


def _carry_out(services: Services, effects: Effects, group: Sequence[OutboxRow]) -> None:
    """Carry out a group; when it fails, each of its rows alone, so that one bad row holds up no other."""
    held = _still_held(services, group)
    try:
        _do(services, effects, held)
    except Exception as error:  # noqa: BLE001 - whatever an effect raises, its row must be put back
        if len(held) > 1:
            for row in held:
                _carry_out(services, effects, [row])
        elif held:
            _put_back(services, held[0], error)
    else:
        _finish(services, held)


def _still_held(services: Services, group: Sequence[OutboxRow]) -> Sequence[OutboxRow]:
    with services.sessions() as session:
        ours = outbox.renew(session, [row.id for row in group], group[0].lease, services.clock())
        session.commit()
    return [row for row in group if row.id in ours]


def _do(services: Services, effects: Effects, rows: Sequence[OutboxRow]) -> None:
    if not rows:
        return
    name = rows[0].effect
    if name not in effects:
        raise UnknownEffect(name)
    effects[name].carry_out(services, [row.payload for row in rows])


def _finish(services: Services, rows: Sequence[OutboxRow]) -> None:
    with services.sessions() as session:
        for row in rows:
            outbox.finish(session, row.id, row.lease, services.clock())
        session.commit()


def _put_back(services: Services, row: OutboxRow, error: Exception) -> None:
    reason = f"{type(error).__name__}: {error}"
    with services.sessions() as session:
        current = session.get_one(OutboxRow, row.id, with_for_update=True)
        if current.lease != row.lease:
            return
        if isinstance(error, NotYet):
            outbox.postpone(current, reason, error.wait, services.clock())
            _log.info("effect postponed", effect=row.effect, row=row.id, reason=reason)
        else:
            outbox.fail(current, reason, services.clock())
            _log.error("effect failed", effect=row.effect, row=row.id, parked=bool(current.parked_at), exc_info=error)
        session.commit()
