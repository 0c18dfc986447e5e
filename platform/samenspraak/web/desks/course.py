"""What happened to a question at a desk, in words."""

import datetime as dt
from collections.abc import Iterable

from flask_babel import gettext as _

from samenspraak.routing.kinds import RouteStepKind
from samenspraak.routing.models.route import RouteStep


def course_at_desk(steps: Iterable[RouteStep]) -> list[tuple[dt.datetime, str, str]]:
    """Return the steps of a question at desks as (moment, words, kind), for the component that draws a course."""
    return [(step.at, *_in_words(step)) for step in steps]


def _in_words(step: RouteStep) -> tuple[str, str]:
    desk = step.organisation.title if step.organisation else ""
    match step.kind:
        case RouteStepKind.TO_DESK:
            return str(_("Naar het bureau van %(desk)s", desk=desk)), ""
        case RouteStepKind.ASSIGNED:
            return assigned_in_words(step), ""
        case RouteStepKind.REMINDED:
            return str(_("Herinnering aan het bureau van %(desk)s", desk=desk)), "quiet"
        case _:
            return left_in_words(step, desk), "quiet"


def assigned_in_words(step: RouteStep) -> str:
    """Return who has a question now, and who gave it to them."""
    by = step.by.name if step.by else ""
    if step.person is None:
        return str(_("%(name)s legde de vraag terug", name=by))
    if step.person_id == step.by_id:
        return str(_("%(name)s pakt de vraag op", name=by))
    return str(_("%(by)s gaf de vraag aan %(name)s", by=by, name=step.person.name))


def left_in_words(step: RouteStep, desk: str) -> str:
    """Return how a question left a desk, with the reason if it was passed on."""
    if not step.reason:
        return str(_("De tijd voor het bureau van %(desk)s is om", desk=desk))
    return str(_("%(desk)s gaf de vraag door aan OCW: %(reason)s", desk=desk, reason=step.reason))
