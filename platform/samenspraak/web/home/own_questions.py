"""How own questions stand, in words."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import OPEN, InvitationState
from samenspraak.web.home.pages import OwnQuestion
from samenspraak.web.shell.formatting import ago
from samenspraak.web.shell.sentences import in_words


def own_question(row: QuestionRow, invitations: Sequence[Invitation]) -> OwnQuestion:
    """Return how one own question stands."""
    mine = [each for each in invitations if each.question_id == row.id]
    state, kind = _state(row, mine)
    return OwnQuestion(
        title=row.title,
        url=url_for("questions.show", question_id=row.id),
        facts=_facts(row, mine),
        steps=_steps(row, mine),
        state=state,
        state_kind=kind,
    )


def _facts(row: QuestionRow, invitations: Sequence[Invitation]) -> tuple[str, ...]:
    accepted = [each.expert.name for each in invitations if each.state is InvitationState.ACCEPTED]
    invited = [each.expert.name for each in invitations if each.state is InvitationState.INVITED]
    facts: list[str] = []
    if row.answers:
        facts.append(ngettext("%(num)d antwoord", "%(num)d antwoorden", row.answers))
    elif accepted:
        facts.append(_("%(names)s nam aan", names=in_words(accepted)))
    if invited:
        facts.append(_("gevraagd: %(names)s", names=in_words(invited)))
    return (*facts, ago(row.asked_at))


def _state(row: QuestionRow, invitations: Sequence[Invitation]) -> tuple[str, str]:
    if row.is_accepted:
        return _("Geaccepteerd"), "accepted"
    if row.answers:
        return _("Beantwoord"), ""
    deadlines = [each.respond_by for each in invitations if each.state is InvitationState.INVITED and each.respond_by]
    if deadlines:
        return _("reactie voor %(day)s", day=ago(min(deadlines))), ""
    if any(each.state is InvitationState.ACCEPTED for each in invitations):
        return _("wacht op antwoord"), ""
    return _("Nog niemand gevraagd"), "waits"


def _steps(row: QuestionRow, invitations: Sequence[Invitation]) -> tuple[str, ...]:
    """Asked, taken on, answered, accepted: done, now or still to come."""
    states = {each.state for each in invitations}
    done = (
        bool(states & OPEN) or bool(row.answers),
        InvitationState.ACCEPTED in states or bool(row.answers),
        bool(row.answers),
        row.is_accepted,
    )
    first_open = done.index(False) if False in done else len(done)
    return tuple("done" if number < first_open else "now" if number == first_open else "" for number in range(4))
