"""What is done with one item or several at once: seen, checked, or dismissed."""

from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.core.errors import Conflict, NotFound
from samenspraak.demand.kinds import DismissReason
from samenspraak.demand.nothing_found import dismiss_searches
from samenspraak.moderation.actions.claiming import forget_claim
from samenspraak.moderation.actions.warnings import mark_warning_seen
from samenspraak.moderation.kinds import QueueName
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.reviewing_citations import finish_reviews
from samenspraak.web.moderation.blueprint import blueprint
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import tell

MOST_AT_ONCE = 25


@blueprint.post("/moderatie/privacy/bekeken")
@only(Role.MODERATOR)
def see_warnings() -> ResponseReturnValue:
    """Keep that warnings were looked at."""
    chosen = _chosen_keys()
    for warning_id in chosen:
        try:
            mark_warning_seen(session(), viewer(), warning_id, now())
        except NotFound:
            continue
    if chosen:
        told = ngettext("%(num)s waarschuwing is bekeken.", "%(num)s waarschuwingen zijn bekeken.", len(chosen))
        tell("done", told, _("U vindt ze terug onder Waarschuwingen, bij “Alles”."))
    return _back(QueueName.WARNINGS, chosen)


@blueprint.post("/moderatie/verwijzingen/nagekeken")
@only(Role.MODERATOR)
def finish_citations() -> ResponseReturnValue:
    """Keep that citations were checked."""
    chosen = _chosen_keys()
    done = finish_reviews(session(), viewer(), chosen, now()) if chosen else 0
    if done:
        tell("done", ngettext("%(num)s verwijzing is nagekeken.", "%(num)s verwijzingen zijn nagekeken.", done))
    elif chosen:
        tell("waits", _("Een andere moderator was u voor."), _("Deze verwijzingen zijn al nagekeken."))
    return _back(QueueName.CITATIONS, chosen)


@blueprint.post("/moderatie/zoekvragen/afhandelen")
@only(Role.MODERATOR)
def dismiss() -> ResponseReturnValue:
    """Say of searches that they need not find anything, and why."""
    chosen = [words for words in request.form.getlist("item")[:MOST_AT_ONCE] if "\0" not in words]
    reason = request.form.get("reason", "")
    if chosen and reason not in set(DismissReason):
        tell("waits", _("Kies waarom deze zoekvragen niets hoeven op te leveren."))
    elif chosen:
        _dismiss(chosen, DismissReason(reason))
    return _back(QueueName.SEARCHES, chosen)


def _dismiss(chosen: Sequence[str], reason: DismissReason) -> None:
    try:
        done = dismiss_searches(session(), viewer(), chosen, reason, now())
    except Conflict:
        done = 0
    if done:
        tell("done", ngettext("%(num)s zoekvraag is afgehandeld.", "%(num)s zoekvragen zijn afgehandeld.", done))
    else:
        tell("waits", _("Een andere moderator was u voor."), _("Deze zoekvragen zijn al afgehandeld."))


def _chosen_keys() -> list[int]:
    found = map(read_key, request.form.getlist("item")[:MOST_AT_ONCE])
    return [key for key in found if key is not None]


def _back(queue: QueueName, chosen: Sequence[int | str]) -> ResponseReturnValue:
    if not chosen:
        tell("waits", _("U koos niets. Vink aan wat u wilt afhandelen."))
    for item in chosen:
        forget_claim(session(), queue, str(item))
    return redirect(asked_for() or url_for("moderation.index", stapel=queue.value), 303)
