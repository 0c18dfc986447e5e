"""What the clock asks of the worker, and how often."""

import dataclasses
from collections.abc import Callable, Sequence
from contextlib import suppress

import structlog

from samenspraak.core.db import DatabaseUnavailable, reading
from samenspraak.core.events import unit_of_work
from samenspraak.core.outbox import forget_done
from samenspraak.demand.actions import forget_old_searches
from samenspraak.following.actions.checking import check_searches
from samenspraak.indexing.labels import follow_labels
from samenspraak.knowledge.actions.keeping import remind_of_articles
from samenspraak.people.actions.attempts import forget_old_attempts
from samenspraak.people.actions.confirming import ask_to_confirm
from samenspraak.questions.actions.impact import ask_for_impact
from samenspraak.questions.actions.keeping import forget_old_drafts
from samenspraak.routing.choosing import evidence_for_asker, finder
from samenspraak.routing.clock import Due, DueKind, act_on, list_due
from samenspraak.search.errors import IndexBroken
from samenspraak.services import Services
from samenspraak.themes.queries import thesaurus
from samenspraak.worker.effects import MENDING

_log = structlog.get_logger()


def keep_deadlines(services: Services) -> None:
    """Do what is due on the way of questions, each in a unit of its own, so that one that fails holds up no other."""
    with reading(services.sessions) as session:
        due = list_due(session, services.clock())
    for each in due:
        try:
            _act_on(services, each)
        except DatabaseUnavailable:
            raise
        except Exception:  # noqa: BLE001 - it is due again at the next tick
            _log.exception("deadline not kept", kind=each.kind.value, key=each.key)


def _act_on(services: Services, due: Due) -> None:
    evidence = None
    if due.kind is DueKind.ROUTE:
        # Looked up before the unit: nobody waits for the lock while the index is read.
        with reading(services.sessions) as session:
            evidence = evidence_for_asker(session, services.index, due.key)
    with unit_of_work(services.sessions, services.wiring, services.clock) as session:
        act_on(session, due, finder(evidence), services.clock())


def _ask_to_confirm(services: Services) -> None:
    with unit_of_work(services.sessions, services.wiring, services.clock) as session:
        ask_to_confirm(session, services.clock())


def _ask_for_impact(services: Services) -> None:
    asked = 1
    while asked:
        with unit_of_work(services.sessions, services.wiring, services.clock) as session:
            asked = ask_for_impact(session, services.clock())


def _remind_of_articles(services: Services) -> None:
    reminded = 1
    while reminded:
        with unit_of_work(services.sessions, services.wiring, services.clock) as session:
            reminded = remind_of_articles(session, services.clock())


def _mend_index(services: Services) -> None:
    MENDING.look(services.sessions, services.index)


def _verify_index(services: Services) -> None:
    with suppress(IndexBroken):  # which has it mended
        services.index.verify()


def _follow_labels(services: Services) -> None:
    if MENDING.is_under_way():
        return
    with suppress(IndexBroken):
        follow_labels(services.sessions, services.index)


def _tidy_index(services: Services) -> None:
    services.index.tidy()


def _check_searches(services: Services) -> None:
    with suppress(IndexBroken), unit_of_work(services.sessions, services.wiring, services.clock) as session:
        check_searches(session, services.index, thesaurus(session), services.clock())


def _tidy(services: Services) -> None:
    with unit_of_work(services.sessions, services.wiring, services.clock) as session:
        forget_done(session, services.clock())
        forget_old_attempts(session, services.clock())
        forget_old_drafts(session, services.clock())
        forget_old_searches(session, services.settings.search_log_months, services.clock())


@dataclasses.dataclass(frozen=True)
class Tick:
    """What the clock asks of the worker: to do when it starts, and every so many seconds from then."""

    do: Callable[[Services], None]
    every: float = 30.0


TICKS: Sequence[Tick] = (
    Tick(_mend_index, every=0.5),
    Tick(_follow_labels),
    Tick(_tidy_index),
    Tick(_verify_index, every=3600.0),
    Tick(keep_deadlines, every=2.0),
    Tick(_ask_to_confirm, every=600.0),
    Tick(_ask_for_impact, every=600.0),
    Tick(_remind_of_articles, every=600.0),
    Tick(_check_searches, every=600.0),
    Tick(_tidy),
)
