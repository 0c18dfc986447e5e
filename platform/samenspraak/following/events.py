"""What happens to what people follow."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class SearchFound(Event):
    """A saved search found something new; `day` is that on which it was looked for, in ISO 8601."""

    search_id: int
    day: str
