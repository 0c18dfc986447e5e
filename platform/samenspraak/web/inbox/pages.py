"""What the inbox shows."""

import dataclasses
from collections.abc import Sequence

from samenspraak.notifications.models import Notice
from samenspraak.web.inbox.leads import lead_of
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged
from samenspraak.web.shell.waiting.row import Waiting


@dataclasses.dataclass(frozen=True)
class NoticeRow:
    """Something that someone was told, and where it happened."""

    notice: Notice
    url: str


@dataclasses.dataclass(frozen=True)
class InboxPage:
    """First what waits, then what was told. `unread` counts on all pages together."""

    title: str
    waiting: Sequence[Waiting]
    paged: Paged[NoticeRow]
    unread: int
    last_id: int
    crumbs: tuple[Crumb, ...] = ()


def notice_row(notice: Notice) -> NoticeRow:
    """Return the row of a notice."""
    return NoticeRow(notice, lead_of(notice))
