"""What the pages of the audit show."""

import dataclasses
import datetime as dt

from samenspraak.web.audit.changes import Change
from samenspraak.web.audit.forms import ActsForm
from samenspraak.web.shell.listing import Listed
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class ActRow:
    """One act in words; `url` leads to what it was done to, empty where the one who looks has no page of it."""

    at: dt.datetime
    sentence: str
    changes: tuple[Change, ...]
    reason: str
    url: str = ""


@dataclasses.dataclass(frozen=True)
class ActsPage:
    """The acts, as far as the filters let through."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: ActsForm
    chips: tuple[tuple[str, str], ...]
    listed: Listed[ActRow]
    export_url: str


@dataclasses.dataclass(frozen=True)
class OwnActsPage:
    """The acts on one's own account."""

    title: str
    crumbs: tuple[Crumb, ...]
    listed: Listed[ActRow]
