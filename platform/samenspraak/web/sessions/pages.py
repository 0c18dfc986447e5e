"""What the log-in page shows."""

import dataclasses

from samenspraak.web.sessions.forms import LogInForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class LogInPage:
    """The log-in page; after `hours` one logs in anew."""

    title: str
    form: LogInForm
    hours: int
    crumbs: tuple[Crumb, ...] = ()
