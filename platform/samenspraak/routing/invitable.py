"""Who may be invited for which question, and by whom: looked up, and decided by the rules."""

import datetime as dt
from collections.abc import Sequence

from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, NotAllowed, NotFound, Refusal
from samenspraak.matching.candidates import find_candidates
from samenspraak.matching.eligibility import LeftOut, left_out
from samenspraak.matching.switches import rulebook_for
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.rules import may_accept
from samenspraak.routing.desks.queries import has_in_hand
from samenspraak.routing.load import load_of
from samenspraak.routing.rules import may_invite


class CannotBeInvited(Conflict):
    """An expert who, at the moment of inviting, is away, full, or too near to who asks, by a rule that is on."""

    def __init__(self, expert_id: int, left_out: LeftOut) -> None:
        super().__init__(f"expert-{left_out.value}")
        self.expert_id = expert_id
        self.left_out = left_out


def find_to_route(session: Session, viewer: Viewer, question_id: int, refusal: type[Refusal] = NotAllowed) -> Question:
    """Return a question that someone may invite for; `NotFound` when it is hidden from them, else the refusal."""
    question = find_question(session, viewer, question_id)
    seats = seats_of(session, viewer)
    is_asking = may_invite(viewer, seats, asked_by=question.asker_id, asked_for=question.organisation_id)
    if not is_asking and not has_in_hand(session, viewer, question_id):
        raise refusal
    return question


def speaks_for_asker(session: Session, viewer: Viewer, question: Question) -> bool:
    """Say whether someone asked a question, or coordinates the partnership that did; others act for those."""
    asked = {"asked_by": question.asker_id, "asked_for": question.organisation_id}
    return may_accept(seats_of(session, viewer), person_id=viewer.person_id, **asked)


def refuse_unavailable(session: Session, question: Question, expert_ids: Sequence[int], now: dt.datetime) -> None:
    """Refuse experts who cannot be asked: `NotFound` for who is no listed expert, else `CannotBeInvited`."""
    load = load_of(session, now, expert_ids)
    candidates = find_candidates(session, question, now, load, only=expert_ids)
    if len(candidates) != len(expert_ids):
        raise NotFound
    rulebook = rulebook_for(session, question.id)
    for candidate in candidates:
        reason = left_out(candidate, now, rulebook)
        if reason is not None:
            raise CannotBeInvited(candidate.person, reason)
