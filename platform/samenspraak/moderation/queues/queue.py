"""What a queue of the moderator's desk is."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part
from samenspraak.moderation.kinds import QueueName


class Item(Protocol):
    """What every row of a queue has."""

    @property
    def item(self) -> str:
        """What the queue knows it by."""

    @property
    def since(self) -> dt.datetime:
        """Since when it waits."""


@dataclasses.dataclass(frozen=True)
class Depth:
    """How many items wait, and since when the oldest does."""

    count: int
    oldest: dt.datetime | None


@dataclasses.dataclass(frozen=True)
class Queue:
    """One kind of work that waits for a moderator. For moderators only: everything is looked at.

    `depth` takes one statement, `rows` as many whatever the number of rows. `claimed_as`: queues that hold the same
    things share who works on them.
    """

    name: QueueName
    keys: Sequence[Key]
    depth: Callable[[Session, dt.datetime], Depth]
    rows: Callable[[Session, dt.datetime, Cursor | None, int], Part[Any]]
    claimed_as: QueueName
