"""Mail into a folder, for demonstrations and tests: one `.eml` file a mail, named after its id."""

import dataclasses
import email
import os
import re
import secrets
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import ClassVar

from samenspraak.notifications.messages import key_of
from samenspraak.notifications.transports.transport import NotNow

_KEY = re.compile(r"[0-9a-f]{32}")


@dataclasses.dataclass(frozen=True)
class FolderTransport:
    """Writes a file in one step; the same mail has the same name, so that twice is once."""

    folder: Path
    is_repeatable: ClassVar = True

    def hand_over(self, message: EmailMessage, begin: Callable[[], None]) -> None:
        """Write the file, whole or not at all. A folder that cannot be written to can be mended: `NotNow`."""
        begin()
        try:
            self._write(message)
        except OSError as error:
            raise NotNow(f"{type(error).__name__}: {error.strerror}") from error

    def _write(self, message: EmailMessage) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f"{secrets.token_hex(8)}.draft"
        with draft.open("wb") as file:
            file.write(message.as_bytes())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.folder / f"{key_of(message)}.eml")


def list_keys(folder: Path) -> Sequence[str]:
    """Return the keys of the mails in a folder, newest first."""
    files = [(file.stat().st_mtime_ns, file.stem) for file in folder.glob("*.eml")]
    return [key for _, key in sorted(files, reverse=True)]


def read_message(folder: Path, key: str) -> EmailMessage | None:
    """Return one mail of a folder, if it is there."""
    path = folder / f"{key}.eml"
    if not _KEY.fullmatch(key) or not path.is_file():
        return None
    return email.message_from_bytes(path.read_bytes(), policy=default)
