"""What is over for an expert: what became of each question that they were asked."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, select

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.visibility import is_visible_to
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.queries import HAS_ANSWERED, asked_of
from samenspraak.routing.rules import OPEN, InvitationState

_ENDED_AT = func.coalesce(Invitation.closed_at, Invitation.invited_at, Invitation.proposed_at)
OLDEST_FIRST: tuple[Key, ...] = (Key(_ENDED_AT, dt.datetime), Key(Invitation.id, int))
NEWEST_FIRST: tuple[Key, ...] = tuple(dataclasses.replace(key, descending=True) for key in OLDEST_FIRST)


class Outcome(enum.StrEnum):
    """What became of an invitation."""

    ACCEPTED = "accepted"
    """Answered, and the answer was accepted."""
    ANSWERED = "answered"
    DECLINED = "declined"
    FORWARDED = "forwarded"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


_CLOSED = {
    InvitationState.DECLINED: Outcome.DECLINED,
    InvitationState.FORWARDED: Outcome.FORWARDED,
    InvitationState.EXPIRED: Outcome.EXPIRED,
}


@dataclasses.dataclass(frozen=True, slots=True)
class PastInvitation:
    """An invitation that is over, and what became of it."""

    invitation: Invitation
    outcome: Outcome

    @property
    def ended_at(self) -> dt.datetime:
        """When it was closed, or asked where it was never closed."""
        each = self.invitation
        return each.closed_at or each.invited_at or each.proposed_at


def part_of_past(
    session: Session, viewer: Viewer, outcome: Outcome | None, order: Sequence[Key], cursor: Cursor | None, limit: int
) -> Part[PastInvitation]:
    """Return a part of what is over for an expert; only questions that they may still see."""
    wanted = _past(viewer, outcome).add_columns(HAS_ANSWERED, _was_accepted())
    part = read_part(session, wanted, order, cursor, limit)
    return part.with_rows([_row(*row) for row in part.rows])


def count_past(session: Session, viewer: Viewer, outcome: Outcome | None) -> int:
    """Return how much is over for an expert."""
    past = _past(viewer, outcome).with_only_columns(Invitation.id).order_by(None).options()
    return session.scalar(select(func.count()).select_from(past.subquery())) or 0


def _past(viewer: Viewer, outcome: Outcome | None) -> Select[Invitation]:
    is_over = Invitation.state.not_in({*OPEN, InvitationState.PROPOSED}) | (Invitation.state.in_(OPEN) & HAS_ANSWERED)
    past = asked_of(viewer).where(is_over, is_visible_to(viewer))
    return past if outcome is None else past.where(_became(outcome))


def _became(outcome: Outcome) -> ColumnElement[bool]:
    if outcome is Outcome.ACCEPTED:
        return _was_accepted()
    if outcome is Outcome.ANSWERED:
        return and_(HAS_ANSWERED, not_(_was_accepted()))
    states = {state for state in InvitationState if _CLOSED.get(state, Outcome.WITHDRAWN) is outcome}
    return and_(Invitation.state.in_(states), not_(HAS_ANSWERED))


def _was_accepted() -> ColumnElement[bool]:
    return exists().where(
        Acceptance.answer_id == Answer.id,
        Answer.question_id == Invitation.question_id,
        Answer.author_id == Invitation.expert_id,
    )


def _row(invitation: Invitation, has_answered: bool, was_accepted: bool) -> PastInvitation:  # noqa: FBT001 - columns
    if was_accepted:
        return PastInvitation(invitation, Outcome.ACCEPTED)
    if has_answered:
        return PastInvitation(invitation, Outcome.ANSWERED)
    return PastInvitation(invitation, _CLOSED.get(invitation.state, Outcome.WITHDRAWN))
