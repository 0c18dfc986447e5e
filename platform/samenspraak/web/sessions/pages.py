"""What the log-in page shows."""

import dataclasses

from samenspraak.web.sessions.forms import LogInForm
from samenspraak.web.shell.carrying import Carried
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class NotCarriedPage:
    """That what was written cannot be kept, with the text, so that it can be copied."""

    title: str
    typed: Carried
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class LogInPage:
    """The log-in page; after `hours` one logs in anew. `carried` is what was being written when a session ended."""

    title: str
    form: LogInForm
    hours: int
    carried: Carried = ()
    crumbs: tuple[Crumb, ...] = ()
