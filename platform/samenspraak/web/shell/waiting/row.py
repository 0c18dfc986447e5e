"""One thing that waits."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Waiting:
    """Something that waits for the one who looks, and the act that it waits for."""

    title: str
    url: str
    facts: tuple[str, ...]
    act: str
