"""Choosing experts for an asker who left the choice: one after another, or several at once, as set for the themes."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sqlalchemy import exists, select

from samenspraak.core.db import Session
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.questions.queries.questions import find_question
from samenspraak.routing.actions import invite_experts
from samenspraak.routing.kinds import Chooser, Pace, RouteStage, RouteStepKind
from samenspraak.routing.matches import gather_evidence, rank_for
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.models.route import Route, ThemePace
from samenspraak.routing.queries import free_places
from samenspraak.routing.route import go_on_from_experts, has_open_invitation, hold_route, is_tried_out, keep_step
from samenspraak.routing.rules import MOST_OPEN_PER_QUESTION, InvitationState
from samenspraak.search.errors import IndexBroken
from samenspraak.search.evidence import Evidence
from samenspraak.search.index import Index

LATER = dt.timedelta(minutes=5)
"""When to look again for experts, while the index cannot be read."""

Finder: TypeAlias = Callable[[Session, Question, dt.datetime], Sequence[int] | None]
"""Names who can be asked for a question, best first; None when that cannot be told now."""


def choose_next(
    session: Session, question_id: int, find: Finder, now: dt.datetime, note: str = ""
) -> Sequence[Invitation]:
    """Invite who is next for a question that is due; without anyone it goes on to the desk or the moderators.

    An asker who did not choose in time leaves the choice by that. Nothing happens to a question that is not due.
    """
    route = hold_route(session, question_id)
    if not is_due(route, now) or route.stage is not RouteStage.EXPERTS:
        return ()
    if has_open_invitation(session, question_id):
        route.due_at = None
        return ()
    if route.chooser is Chooser.ASKER:
        route.chooser = Chooser.SAMENSPRAAK
        keep_step(session, question_id, RouteStepKind.LEFT_TO_SAMENSPRAAK, None, now)
    return _invite_next(session, route, find, note, now)


def is_due(route: Route, now: dt.datetime) -> bool:
    """Say whether the clock is to act on a route."""
    return route.paused_at is None and route.due_at is not None and route.due_at <= now


def evidence_for_asker(session: Session, index: Index, question_id: int) -> Evidence | None:
    """Return what the index knows of who could answer, as its asker sees it; None while it cannot be read."""
    asker_id = session.scalars(select(Question.asker_id).where(Question.id == question_id)).one()
    viewer = viewer_of(find_person(session, asker_id))
    try:
        return gather_evidence(session, index, viewer, find_question(session, viewer, question_id))
    except IndexBroken:
        return None


def finder(evidence: Evidence | None) -> Finder:
    """Return what names experts by evidence that was gathered before."""

    def find(session: Session, question: Question, now: dt.datetime) -> Sequence[int] | None:
        if evidence is None:
            return None
        viewer = viewer_of(find_person(session, question.asker_id))
        ranked = rank_for(session, viewer, question, evidence, now)
        return [each.candidate.person for each in ranked if each.left_out is None]

    return find


def pace_of(session: Session, question_id: int) -> Pace:
    """Return how Samenspraak invites for a question: several at once as soon as one of its themes is set to that."""
    several = exists().where(
        QuestionTheme.question_id == question_id,
        QuestionTheme.theme_id == ThemePace.theme_id,
        ThemePace.pace == Pace.SEVERAL_AT_ONCE,
    )
    return Pace.SEVERAL_AT_ONCE if session.scalar(select(several)) else Pace.ONE_BY_ONE


def at_once(pace: Pace) -> int:
    """Return how many experts are asked at a time."""
    return MOST_OPEN_PER_QUESTION if pace is Pace.SEVERAL_AT_ONCE else 1


def _invite_next(session: Session, route: Route, find: Finder, note: str, now: dt.datetime) -> Sequence[Invitation]:
    question = session.get_one(Question, route.question_id)
    found = () if is_tried_out(session, question.id) else find(session, question, now)
    if found is None:
        route.due_at = now + LATER
        return ()
    fresh = [each for each in found if each not in _decided_on(session, question.id)]
    if not fresh:
        go_on_from_experts(session, route, now)
        return ()
    number = min(at_once(pace_of(session, question.id)), free_places(session, question.id))
    return invite_experts(session, question, None, fresh[:number], note, now)


def _decided_on(session: Session, question_id: int) -> frozenset[int]:
    """Who was asked before, whatever came of it: Samenspraak asks nobody twice."""
    known = select(Invitation.expert_id).where(
        Invitation.question_id == question_id, Invitation.state != InvitationState.PROPOSED
    )
    return frozenset(session.scalars(known))
