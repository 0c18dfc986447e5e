"""What the explaining pages show."""

import dataclasses

from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class TextPage:
    """A page of text; `contact` is the address of who keeps this installation."""

    title: str
    crumbs: tuple[Crumb, ...]
    contact: str
    session_hours: int
    search_log_months: int
