"""Being told to stop, without losing what is in hand."""

import os
import select
import signal
from types import FrameType


class StopSignal:
    """Whether this process was told to stop. A pipe, not a lock: a signal may come in the middle of anything."""

    def __init__(self) -> None:
        self._told = False
        self._read, self._write = os.pipe()

    def listen(self) -> None:
        """Be told by SIGTERM and SIGINT from now on."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._hear)

    def tell(self) -> None:
        """Ask to stop."""
        self._told = True
        os.write(self._write, b".")

    def is_told(self) -> bool:
        """Say whether to stop."""
        return self._told

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until told to stop; return whether that was so."""
        if not self._told:
            select.select([self._read], [], [], seconds)
        return self._told

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self.tell()
