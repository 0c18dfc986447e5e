"""What happens in the sources room."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class SourceChanged(Event):
    """A source has another text in force, or is there for the first time; `before_id` is the version before."""

    source_id: int
    before_id: int | None
    after_id: int | None
    """None when only what is told of the source changed: its title, its address."""
