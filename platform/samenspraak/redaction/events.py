"""What happens when words are taken out."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class TextRedacted(Event):
    """Words were taken out of the database; the files still have to be cleansed of them. The words are not told."""

    redaction_id: int
    mail_ids: tuple[int, ...]
    """The mails that held them."""
