"""Introducing two partnerships: proposing, agreeing, declining, taking back. Every change holds the row."""

import dataclasses
import datetime as dt

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.conversations.events import IntroductionDeclined, IntroductionMade, IntroductionProposed
from samenspraak.conversations.kinds import IntroductionState
from samenspraak.conversations.models import Introduction
from samenspraak.conversations.queries import find_introduction, sides_for
from samenspraak.conversations.rules import Side, open_key
from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.core.events import record
from samenspraak.people.actions.attempts import INTRODUCTIONS_OF_ONE, count_attempt
from samenspraak.people.actions.experiences import coordinates
from samenspraak.people.queries.experiences import find_experience
from samenspraak.people.queries.partnerships import coordinators_of, find_partnership
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.questions import find_question


@dataclasses.dataclass(frozen=True)
class IntroductionDraft:
    """Who wants to talk to whom, and about what: a question of the other, something it worked out, or only words."""

    organisation_id: int
    other_id: int
    words: str
    question_id: int | None = None
    experience_id: int | None = None
    submission: str | None = None


def propose(session: Session, viewer: Viewer, draft: IntroductionDraft, now: dt.datetime) -> Introduction:
    """Propose that two partnerships talk. Of a pair one introduction about the same is open at a time.

    Who coordinates the one that wants to talk agrees by proposing; for a moderator's proposal both must still agree.
    Each is told by mail, so that nobody may propose without end (`TooMany`).
    """
    sent_before = _of_submission(session, draft.submission)
    if sent_before:
        return sent_before
    is_own = coordinates(session, viewer, draft.organisation_id)
    if viewer.person_id is None or not (is_own or viewer.is_moderator):
        raise NotAllowed
    _check_pair(session, draft)
    _check_subject(session, viewer, draft)
    count_attempt(session, f"introductions by {viewer.person_id}", INTRODUCTIONS_OF_ONE, now)
    introduction = Introduction(
        organisation_id=draft.organisation_id,
        other_id=draft.other_id,
        question_id=draft.question_id,
        experience_id=draft.experience_id,
        state=IntroductionState.PROPOSED,
        words=draft.words,
        proposed_by_id=viewer.person_id,
        proposed_at=now,
        agreed_by_id=viewer.person_id if is_own else None,
        agreed_at=now if is_own else None,
        open_key=open_key(draft.organisation_id, draft.other_id, draft.question_id, draft.experience_id),
        submission=draft.submission or None,
    )
    with unless_taken(session, Conflict("introduction-open")):
        session.add(introduction)
    record(session, IntroductionProposed(introduction.id, viewer.person_id))
    if not is_own:
        _record(session, Act.INTRODUCTION_PROPOSED, introduction, now)
    return introduction


def agree(session: Session, viewer: Viewer, introduction_id: int, now: dt.datetime) -> Introduction:
    """Agree for the side that someone speaks for; once both have, the introduction is made. Twice is once."""
    introduction, sides = _held(session, viewer, introduction_id)
    if introduction.state is IntroductionState.MADE:
        return introduction
    _check_open(introduction)
    if Side.FIRST in sides and introduction.agreed_at is None:
        introduction.agreed_by_id, introduction.agreed_at = viewer.person_id, now
    if Side.OTHER in sides and introduction.other_agreed_at is None:
        introduction.other_agreed_by_id, introduction.other_agreed_at = viewer.person_id, now
    if introduction.agreed_at and introduction.other_agreed_at:
        _close(introduction, IntroductionState.MADE, now)
        record(session, IntroductionMade(introduction_id))
    session.flush()
    return introduction


def decline(session: Session, viewer: Viewer, introduction_id: int, words: str, now: dt.datetime) -> None:
    """Say no for a side, with or without words."""
    introduction, _sides = _held(session, viewer, introduction_id)
    _check_open(introduction)
    _close(introduction, IntroductionState.DECLINED, now)
    introduction.reason = words
    record(session, IntroductionDeclined(introduction_id, viewer.person_id or 0))
    session.flush()


def withdraw(session: Session, viewer: Viewer, introduction_id: int, now: dt.datetime) -> None:
    """Take a proposal back: by the side that made it, or the moderator who did."""
    introduction, sides = _held(session, viewer, introduction_id, or_proposer=True)
    _check_open(introduction)
    agreed_at_once = introduction.agreed_at == introduction.proposed_at
    if not (viewer.person_id == introduction.proposed_by_id or (agreed_at_once and Side.FIRST in sides)):
        raise NotAllowed
    _close(introduction, IntroductionState.WITHDRAWN, now)
    session.flush()
    if not sides:
        _record(session, Act.INTRODUCTION_WITHDRAWN, introduction, now)


def _record(session: Session, act: Act, introduction: Introduction, now: dt.datetime) -> None:
    """Keep what a moderator does for two partnerships, of which they coordinate neither."""
    after = {"organisations": [introduction.organisation_id, introduction.other_id]}
    by_id = introduction.proposed_by_id
    record_act(session, act, by_id, Thing.INTRODUCTION, introduction.id, now, after=after)


def _held(
    session: Session, viewer: Viewer, introduction_id: int, *, or_proposer: bool = False
) -> tuple[Introduction, frozenset[Side]]:
    introduction = find_introduction(session, viewer, introduction_id, to_change=True)
    sides = sides_for(session, viewer, introduction)
    if not sides and not (or_proposer and introduction.proposed_by_id == viewer.person_id):
        raise NotAllowed
    return introduction, sides


def _check_pair(session: Session, draft: IntroductionDraft) -> None:
    find_partnership(session, draft.organisation_id)
    find_partnership(session, draft.other_id)
    if draft.organisation_id == draft.other_id:
        raise Invalid("other_id", "same-partnership")
    if not all(coordinators_of(session, [draft.organisation_id, draft.other_id]).values()):
        raise Conflict("nobody-to-meet")


def _check_subject(session: Session, viewer: Viewer, draft: IntroductionDraft) -> None:
    """Refuse a subject that is not the other's; that of an anonymous question would tell who asked it."""
    if draft.question_id is not None:
        question = find_question(session, viewer, draft.question_id)
        if question.is_anonymous or question.organisation_id != draft.other_id:
            raise NotFound
    if draft.experience_id is not None:
        experience = find_experience(session, draft.experience_id)
        if experience.organisation_id != draft.other_id or not experience.is_open_to_contact:
            raise NotFound


def _check_open(introduction: Introduction) -> None:
    if introduction.state is not IntroductionState.PROPOSED:
        raise Conflict("introduction-closed")


def _close(introduction: Introduction, state: IntroductionState, now: dt.datetime) -> None:
    introduction.state = state
    introduction.closed_at = now
    introduction.open_key = None


def _of_submission(session: Session, submission: str | None) -> Introduction | None:
    return session.scalar(select(Introduction).where(Introduction.submission == submission)) if submission else None
