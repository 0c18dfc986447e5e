"""What is shown of an item that is unfolded, beside its row."""

from collections.abc import Sequence

from samenspraak.questions.models.question import Question
from samenspraak.routing.matches import Match, gather_evidence, match_experts
from samenspraak.routing.next_steps import what_comes_next
from samenspraak.routing.queries import free_places, invitations_of
from samenspraak.routing.rules import InvitationState
from samenspraak.search.errors import IndexBroken
from samenspraak.web.moderation.pages import OpenedQuestion
from samenspraak.web.shell.context import now, services, session, viewer

MOST_PROPOSED = 3


def open_question(question: Question) -> OpenedQuestion:
    """Return who was asked for an answer, who could be, and what comes next."""
    invitations = invitations_of(session(), [question.id])
    proposed = _proposed(question)
    return OpenedQuestion(
        question,
        [each for each in invitations if each.state is not InvitationState.PROPOSED],
        proposed or (),
        free_places(session(), question.id),
        index_works=proposed is not None,
        following=what_comes_next(session(), [question.id]).get(question.id),
    )


def _proposed(question: Question) -> Sequence[Match] | None:
    """Return who fits best and can be asked; None while the index cannot be read."""
    try:
        evidence = gather_evidence(session(), services().index, viewer(), question)
    except IndexBroken:
        return None
    return match_experts(session(), viewer(), question, evidence, now()).proposed[:MOST_PROPOSED]
