"""The moderator's desk: `/moderatie`."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.moderation.queries import count_warnings
from samenspraak.people.kinds import Role
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.answered_already import outcomes_since
from samenspraak.routing.matches import Match, gather_evidence, match_experts
from samenspraak.routing.next_steps import what_comes_next
from samenspraak.routing.queries import free_places, invitations_of
from samenspraak.routing.rules import InvitationState
from samenspraak.routing.stuck import Stall, StuckCounts, StuckQuestion, count_stuck, stuck
from samenspraak.search.errors import IndexBroken
from samenspraak.web.moderation.blueprint import blueprint
from samenspraak.web.moderation.pages import DeskPage, OpenedQuestion
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.page import render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number

MOST_PROPOSED = 3
OUTCOMES_OF = dt.timedelta(days=30)


@blueprint.get("/moderatie")
@only(Role.MODERATOR)
def index() -> ResponseReturnValue:
    """Show what is stuck, and one question of it unfolded."""
    queue, number = _queue(), page_number()
    counts = count_stuck(session(), now())
    rows = stuck(session(), now(), queue, offset(number), PAGE_SIZE)
    page = DeskPage(
        title=_("Moderatie"),
        crumbs=(),
        today=local_day(now()),
        queue=queue,
        queues=_queues(queue, counts),
        paged=Paged(rows, counts.of[queue] if queue else counts.total, number),
        opened=_opened(rows),
        here=_address(queue, number),
        unseen_warnings=count_warnings(session(), unseen_only=True),
        outcomes=outcomes_since(session(), now() - OUTCOMES_OF),
    )
    return render("moderation/index.html", page)


def _queue() -> Stall | None:
    asked = request.args.get("stapel", "")
    return Stall(asked) if asked in {stall.value for stall in Stall} else None


def _queues(queue: Stall | None, counts: StuckCounts) -> list[tuple[str, str, int, bool]]:
    everything = (_("Alles wat vastzit"), url_for("moderation.index"), counts.total, queue is None)
    return [
        everything,
        *(
            (label(stall), url_for("moderation.index", stapel=stall), counts.of[stall], stall is queue)
            for stall in Stall
        ),
    ]


def _address(queue: Stall | None, number: int) -> str:
    """The address of the desk as it stands now, with nothing unfolded."""
    values: dict[str, Any] = {"stapel": queue.value} if queue else {}
    return url_for("moderation.index", **values | ({"pagina": number} if number > 1 else {}))


def _opened(rows: Sequence[StuckQuestion]) -> OpenedQuestion | None:
    asked = request.args.get("open", "")
    found = next((row.question for row in rows if str(row.question.id) == asked), None)
    if found is None:
        return None
    invitations = [each for each in invitations_of(session(), [found.id]) if each.state is not InvitationState.PROPOSED]
    proposed = _proposed(found)
    free = free_places(session(), found.id)
    return OpenedQuestion(
        found,
        invitations,
        proposed or (),
        free,
        index_works=proposed is not None,
        following=what_comes_next(session(), [found.id]).get(found.id),
    )


def _proposed(question: Question) -> Sequence[Match] | None:
    """Return who fits best and can be asked; None while the index cannot be read."""
    try:
        evidence = gather_evidence(session(), services().index, viewer(), question)
    except IndexBroken:
        return None
    return match_experts(session(), viewer(), question, evidence, now()).proposed[:MOST_PROPOSED]
