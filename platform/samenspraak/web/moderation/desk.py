"""Putting the desk together: all queues with their depth, a part of one, and one item of it unfolded."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask import request, url_for
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.core.keyset import Cursor, write_cursor
from samenspraak.moderation.claims import claims_on
from samenspraak.moderation.kinds import QueueName
from samenspraak.moderation.queues.all import QUEUES
from samenspraak.moderation.queues.queue import Depth
from samenspraak.questions.queries.answered_already import outcomes_since
from samenspraak.routing.stuck import StuckQuestion
from samenspraak.web.moderation.forms import RefusalForm, ReportAnswerForm
from samenspraak.web.moderation.opening import open_question
from samenspraak.web.moderation.pages import DeskPage, DeskQueue
from samenspraak.web.shell.context import now, session
from samenspraak.web.shell.guarding import GuardedForm
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.listing import AFTER, BEFORE, PAGE_SIZE, PLACES, asked_cursor
from samenspraak.web.shell.page import render

OUTCOMES_OF = dt.timedelta(days=30)
FORMS: Mapping[QueueName, type[GuardedForm]] = MappingProxyType(
    {QueueName.REPORTS: ReportAnswerForm, QueueName.ROLES: RefusalForm}
)
TOGETHER: Mapping[QueueName, str] = MappingProxyType(
    {
        QueueName.WARNINGS: "moderation.see_warnings",
        QueueName.CITATIONS: "moderation.finish_citations",
        QueueName.SEARCHES: "moderation.dismiss",
    }
)
"""The views that do with several items at once what they do with one."""


def show_desk(name: QueueName | None, item: str, form: GuardedForm | None = None, status: int = 200) -> Response:
    """Show a queue, or else the first in which something waits, with an item unfolded; `form` is how it was sent."""
    depths = {each.name: each.depth(session(), now()) for each in QUEUES.values()}
    queue = QUEUES[name or next((each for each, depth in depths.items() if depth.count), QueueName.REPORTS)]
    part = queue.rows(session(), now(), asked_cursor(queue.keys), PAGE_SIZE)
    opened = next((row for row in part.rows if row.item == item), None)
    page = DeskPage(
        title=_("Moderatie"),
        crumbs=(),
        today=local_day(now()),
        queue=queue,
        queues=[_queue(each, depth, queue.name) for each, depth in depths.items()],
        part=part,
        total=depths[queue.name].count,
        claims=claims_on(session(), queue.claimed_as, [row.item for row in part.rows], now()),
        opened=opened,
        question=open_question(opened.question) if isinstance(opened, StuckQuestion) else None,
        entry=form or (FORMS[queue.name]() if opened and queue.name in FORMS else None),
        place={each: request.args[each] for each in PLACES if each in request.args},
        together_url=url_for(TOGETHER[queue.name]) if queue.name in TOGETHER else "",
        previous_url=_part_url(queue.name, BEFORE, part.before),
        next_url=_part_url(queue.name, AFTER, part.after),
        outcomes=outcomes_since(session(), now() - OUTCOMES_OF),
    )
    return render("moderation/index.html", page, status)


def _queue(name: QueueName, depth: Depth, chosen: QueueName) -> DeskQueue:
    return DeskQueue(label(name), url_for("moderation.index", stapel=name.value), depth, name is chosen)


def _part_url(name: QueueName, place: str, cursor: Cursor | None) -> str | None:
    if cursor is None:
        return None
    values: dict[str, Any] = {"stapel": name.value, place: write_cursor(cursor)}
    return url_for("moderation.index", **values)
