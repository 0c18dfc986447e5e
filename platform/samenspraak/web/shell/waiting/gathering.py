"""THE list of what waits for the one who looks."""

import dataclasses
from collections.abc import Mapping, Sequence

from samenspraak.conversations.queries import waiting_introductions
from samenspraak.core.clock import local_day
from samenspraak.people.queries.confirming import waits_for_confirmation
from samenspraak.people.queries.people import count_unconfirmed_roles
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.impact import uses_to_tell
from samenspraak.questions.queries.listing import QuestionFilters, QuestionRow, part_of_questions
from samenspraak.questions.queries.waiting_answers import answers_waiting
from samenspraak.routing.desks.queue import waiting_for_colleague
from samenspraak.routing.next_steps import NextStep, what_comes_next
from samenspraak.routing.queries import taken_on_by, waiting_for
from samenspraak.routing.waiting import asker_first
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.desks import desk_waiting
from samenspraak.web.shell.waiting.desk_rows import MOST, waiting_at_desk
from samenspraak.web.shell.waiting.row import Waiting
from samenspraak.web.shell.waiting.rows import (
    waiting_for_asker,
    waiting_for_author,
    waiting_for_expert,
    waiting_for_introduction,
    waiting_for_use,
    waiting_profile,
    waiting_roles,
)

OWN_LOOKED_AT = 30


@dataclasses.dataclass(frozen=True)
class OwnQuestions:
    """Own questions, those that wait for their asker first, and what comes next for each that is not over."""

    rows: Sequence[QuestionRow] = ()
    following: Mapping[int, NextStep] = dataclasses.field(default_factory=dict)


def own_questions() -> OwnQuestions:
    """Return what the one who looks asked, as far as a page looks at it."""
    who = viewer()
    if not who.may_ask:
        return OwnQuestions()
    part = part_of_questions(session(), who, QuestionFilters(only_own=True), asker_first(), None, OWN_LOOKED_AT)
    return OwnQuestions(part.rows, what_comes_next(session(), [row.id for row in part.rows]))


def all_that_waits(own: OwnQuestions) -> tuple[Waiting, ...]:
    """Return all that waits for the one who looks, whose own questions these are; what others ask of them first."""
    who = viewer()
    return (
        *_of_expert(who),
        *_of_colleague(who),
        *waiting_for_author(answers_waiting(session(), who, local_day(now()))),
        *waiting_for_asker(own.rows, own.following),
        *waiting_for_use(uses_to_tell(session(), who)),
        *waiting_for_introduction(waiting_introductions(session(), who), who.organisation_ids),
        *_of_administrator(who),
    )


def _of_expert(who: Viewer) -> list[Waiting]:
    if not who.is_expert:
        return []
    asked = waits_for_confirmation(session(), who)
    profile = [waiting_profile(who.person_id, asked)] if who.person_id and asked else []
    return [*waiting_for_expert(waiting_for(session(), who), taken_on_by(session(), who)), *profile]


def _of_colleague(who: Viewer) -> list[Waiting]:
    return waiting_at_desk(waiting_for_colleague(session(), who, MOST)) if desk_waiting() else []


def _of_administrator(who: Viewer) -> list[Waiting]:
    return waiting_roles(count_unconfirmed_roles(session())) if who.is_administrator else []
