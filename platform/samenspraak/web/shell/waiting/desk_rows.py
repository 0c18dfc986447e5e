"""What waits at a desk for the one who looks."""

from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext as _

from samenspraak.routing.desks.queue import QueuedCase
from samenspraak.web.shell.askers import asker_in_words
from samenspraak.web.shell.formatting import ago
from samenspraak.web.shell.waiting.row import Waiting

MOST = 5


def waiting_at_desk(cases: Iterable[QueuedCase]) -> list[Waiting]:
    """Return what a colleague has in hand, and what nobody has."""
    return [_waiting(each) for each in cases]


def _waiting(queued: QueuedCase) -> Waiting:
    case = queued.case
    return Waiting(
        _("Op uw bureau: %(title)s", title=case.question.title),
        url_for("desks.case", question_id=case.question_id),
        (
            asker_in_words(queued.asker),
            _("u pakt dit op") if case.assigned_to_id else _("nog niemand pakt dit op"),
            _("eerste reactie uiterlijk %(day)s", day=ago(case.respond_by)),
        ),
        _("Bekijk de vraag"),
    )
