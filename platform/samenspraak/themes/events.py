"""What happens to themes."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class ThemeNamed(Event):
    """A theme is new, or has another label, which the index holds."""

    theme_id: int
