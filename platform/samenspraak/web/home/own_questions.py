"""How own questions stand, in words."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.next_steps import NextKind, NextStep
from samenspraak.routing.rules import OPEN, InvitationState
from samenspraak.web.home.pages import OwnQuestion
from samenspraak.web.shell.formatting import ago
from samenspraak.web.shell.sentences import in_words


def own_question(row: QuestionRow, invitations: Sequence[Invitation], following: NextStep | None) -> OwnQuestion:
    """Return how one own question stands; `following` is what comes next for it."""
    mine = [each for each in invitations if each.question_id == row.id]
    state, kind = _state(row, following)
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


def _state(row: QuestionRow, following: NextStep | None) -> tuple[str, str]:
    if row.is_accepted:
        return _("Geaccepteerd"), "accepted"
    if row.is_closed:
        return _("Gesloten"), ""
    if row.answers or following is None:
        return _("Beantwoord"), ""
    waits = following.kind in {NextKind.ASKER_SAYS, NextKind.ASKER_CHOOSES}
    return _in_words(following), "waits" if waits else ""


def _in_words(following: NextStep) -> str:
    day = ago(following.until) if following.until else _("snel")
    told = {
        NextKind.ASKER_SAYS: _("wacht op uw reactie"),
        NextKind.ASKER_CHOOSES: _("kies wie u vraagt"),
        NextKind.SAMENSPRAAK_CHOOSES: _("Samenspraak zoekt een deskundige"),
        NextKind.EXPERTS_REACT: _("reactie uiterlijk %(day)s", day=day),
        NextKind.EXPERTS_ANSWER: _("antwoord uiterlijk %(day)s", day=day),
        NextKind.DESK_RESPONDS: _("bij het bureau van %(name)s", name=following.place),
        NextKind.MODERATOR_ACTS: _("bij een moderator van OCW"),
        NextKind.ASKER_JUDGES: _("Beantwoord"),
    }
    return str(told[following.kind])


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
