"""Who listens to what: THE table from event to handlers, in two columns, and what each effect of the second one does.

Handlers run inside the transaction that records the event. Effects run after it, by the worker, through the outbox.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import Any, TypeAlias

import structlog

from samenspraak.conversations.events import IntroductionDeclined, IntroductionMade, IntroductionProposed
from samenspraak.core.db import DatabaseUnavailable, reading
from samenspraak.core.events import Wiring, unit_of_work
from samenspraak.core.outbox import NotYet, forget_done
from samenspraak.demand.actions import forget_old_searches
from samenspraak.following.actions import follows
from samenspraak.following.actions.checking import check_searches
from samenspraak.following.events import SearchFound
from samenspraak.indexing.labels import follow_labels
from samenspraak.indexing.mending import Mending
from samenspraak.indexing.upkeep import index_some
from samenspraak.notifications.actions import SEND_MAIL
from samenspraak.notifications.handlers import (
    accounts,
    answers,
    closing,
    desks,
    follow_ups,
    followed,
    holding,
    impact,
    introductions,
    invitations,
    mentions,
    profiles,
    revisions,
    routes,
    signing,
)
from samenspraak.notifications.messages import letterhead
from samenspraak.notifications.sending import Post, send_mail
from samenspraak.notifications.transports.choice import transport
from samenspraak.people.actions.attempts import forget_old_attempts
from samenspraak.people.actions.confirming import ask_to_confirm
from samenspraak.people.actions.links import send_link_asked_for
from samenspraak.people.events import (
    AccountLinkMade,
    ExperienceAdded,
    ExperienceChanged,
    LinkAskedFor,
    ProfileChanged,
    ProfileToConfirm,
    RolesChanged,
)
from samenspraak.questions.actions.impact import ask_for_impact
from samenspraak.questions.actions.keeping import forget_old_drafts
from samenspraak.questions.events import (
    AcceptanceWithdrawn,
    AnswerAccepted,
    AnswerGiven,
    AnswerHeld,
    AnswerReleased,
    AnswerSigned,
    AskedToSign,
    CommentPlaced,
    ImpactAsked,
    ImpactTold,
    QuestionAsked,
    QuestionChanged,
    QuestionClosed,
    QuestionReopened,
    TextRevised,
)
from samenspraak.routing import hearing, subjects
from samenspraak.routing.choosing import evidence_for_asker, finder
from samenspraak.routing.clock import Due, DueKind, act_on, list_due
from samenspraak.routing.desks import listening as at_desk
from samenspraak.routing.desks.events import DeskCaseArrived, DeskCaseAssigned
from samenspraak.routing.events import AskerToChoose, DeskCaseLeft, InvitationMoved, RouteMoved
from samenspraak.search.document import Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.services import Services
from samenspraak.themes.queries import thesaurus

_log = structlog.get_logger()

Payload: TypeAlias = Mapping[str, Any]

WIRING = Wiring(
    inside={
        AcceptanceWithdrawn: (hearing.on_acceptance_withdrawn,),
        AccountLinkMade: (accounts.on_account_link_made,),
        AnswerAccepted: (
            answers.on_answer_accepted,
            at_desk.on_question_settled,
            hearing.on_answer_accepted,
            followed.on_answer_accepted,
        ),
        AnswerGiven: (
            answers.on_answer_given,
            at_desk.on_answer_given,
            hearing.on_answer_given,
            followed.on_answer_given,
            follows.on_answer_given,
        ),
        AnswerHeld: (holding.on_answer_held, hearing.on_answer_held),
        AnswerReleased: (holding.on_answer_released, hearing.on_answer_given),
        AnswerSigned: (signing.on_answer_signed,),
        AskedToSign: (signing.on_asked_to_sign,),
        AskerToChoose: (routes.on_asker_to_choose,),
        CommentPlaced: (mentions.on_mentioned, answers.on_comment_placed, hearing.on_comment_placed),
        DeskCaseArrived: (desks.on_desk_case_arrived,),
        DeskCaseAssigned: (desks.on_desk_case_assigned,),
        DeskCaseLeft: (hearing.on_desk_case_left,),
        ImpactAsked: (impact.on_impact_asked,),
        ImpactTold: (impact.on_impact_told,),
        ExperienceAdded: (followed.on_experience_added,),
        IntroductionDeclined: (introductions.on_introduction_declined,),
        IntroductionMade: (introductions.on_introduction_made,),
        IntroductionProposed: (introductions.on_introduction_proposed,),
        InvitationMoved: (invitations.on_invitation_moved, at_desk.on_invitation_moved, subjects.on_invitation_moved),
        ProfileToConfirm: (profiles.on_profile_to_confirm,),
        QuestionAsked: (hearing.on_question_asked, follow_ups.on_question_asked, followed.on_question_asked),
        QuestionClosed: (closing.on_question_closed, at_desk.on_question_settled, hearing.on_question_closed),
        QuestionReopened: (closing.on_question_reopened, hearing.on_question_reopened),
        RolesChanged: (at_desk.on_roles_changed,),
        RouteMoved: (routes.on_route_moved,),
        SearchFound: (followed.on_search_found,),
        TextRevised: (hearing.on_text_revised, revisions.on_text_revised, followed.on_text_revised),
    },
    after={
        LinkAskedFor: ("send_account_link",),
        ExperienceChanged: ("index_experience",),
        ProfileChanged: ("index_expert",),
        QuestionAsked: ("index_question",),
        QuestionChanged: ("index_question",),
    },
)


@dataclasses.dataclass(frozen=True)
class Effect:
    """What carries out one kind of outbox row, so many at once; it may be repeated with the same result."""

    carry_out: Callable[[Services, Sequence[Payload]], None]
    most_at_once: int = 1


_mending = Mending()


def _index_questions(services: Services, payloads: Sequence[Payload]) -> None:
    _index(services, Kind.QUESTION, {payload["question_id"] for payload in payloads})


def _index_experts(services: Services, payloads: Sequence[Payload]) -> None:
    _index(services, Kind.EXPERT, {payload["person_id"] for payload in payloads})


def _index_experiences(services: Services, payloads: Sequence[Payload]) -> None:
    _index(services, Kind.EXPERIENCE, {payload["experience_id"] for payload in payloads})


def _index(services: Services, kind: Kind, keys: set[int]) -> None:
    if _mending.is_under_way():
        raise NotYet("the index is being made anew", dt.timedelta(seconds=2))
    index_some(services.sessions, services.index, kind, keys)


def _send_account_links(services: Services, payloads: Sequence[Payload]) -> None:
    for payload in payloads:
        asked_at = dt.datetime.fromisoformat(payload["asked_at"])
        with unit_of_work(services.sessions, services.wiring, services.clock) as session:
            send_link_asked_for(session, payload["email"], asked_at, services.clock())


def _send_mails(services: Services, payloads: Sequence[Payload]) -> None:
    settings = services.settings
    post = Post(services.sessions, transport(settings), letterhead(settings), services.clock)
    for payload in payloads:
        send_mail(post, payload["mail_id"])


EFFECTS: Mapping[str, Effect] = MappingProxyType(
    {
        "index_experience": Effect(_index_experiences, most_at_once=50),
        "index_expert": Effect(_index_experts, most_at_once=50),
        "index_question": Effect(_index_questions, most_at_once=50),
        "send_account_link": Effect(_send_account_links),
        SEND_MAIL: Effect(_send_mails),
    }
)


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


def _mend_index(services: Services) -> None:
    _mending.look(services.sessions, services.index)


def _verify_index(services: Services) -> None:
    with suppress(IndexBroken):  # which has it mended
        services.index.verify()


def _follow_labels(services: Services) -> None:
    if _mending.is_under_way():
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
    Tick(_check_searches, every=600.0),
    Tick(_tidy),
)
