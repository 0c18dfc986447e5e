"""What the inbox shows."""

import dataclasses
from collections.abc import Sequence

from flask import url_for

from samenspraak.notifications.models import Notice
from samenspraak.notifications.queries.waiting import Waiting, WaitingKind
from samenspraak.web.inbox.leads import lead_of
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged


@dataclasses.dataclass(frozen=True)
class WaitingRow:
    """Something that waits, and where the act is that ends the waiting."""

    waiting: Waiting
    url: str


@dataclasses.dataclass(frozen=True)
class NoticeRow:
    """Something that someone was told, and where it happened."""

    notice: Notice
    url: str


@dataclasses.dataclass(frozen=True)
class InboxPage:
    """First what waits, then what was told. `unread` counts on all pages together."""

    title: str
    waiting: Sequence[WaitingRow]
    paged: Paged[NoticeRow]
    unread: int
    last_id: int
    crumbs: tuple[Crumb, ...] = ()


def waiting_row(waiting: Waiting) -> WaitingRow:
    """Return the row of something that waits."""
    if waiting.kind is WaitingKind.REACT:
        return WaitingRow(waiting, url_for("invitations.index"))
    if waiting.kind is WaitingKind.USE:
        return WaitingRow(waiting, url_for("questions.use", question_id=waiting.question_id))
    if waiting.kind is WaitingKind.RENEW:
        return WaitingRow(waiting, url_for("questions.edit_answer", answer_id=waiting.answer_id))
    anchor = f"antwoord-{waiting.answer_id}" if waiting.answer_id else None
    return WaitingRow(waiting, url_for("questions.show", question_id=waiting.question_id, _anchor=anchor))


def notice_row(notice: Notice) -> NoticeRow:
    """Return the row of a notice."""
    return NoticeRow(notice, lead_of(notice))
