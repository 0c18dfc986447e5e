"""Leaving the choice of experts to Samenspraak, and taking it back."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.questions.models.question import Question
from samenspraak.routing.choosing import at_once, choose_next, evidence_for_asker, finder, pace_of
from samenspraak.routing.kinds import Chooser
from samenspraak.routing.queries import invitations_of
from samenspraak.routing.route import leave_to_samenspraak
from samenspraak.routing.route import take_back as take_choice_back
from samenspraak.routing.way import find_route
from samenspraak.web.matching.blueprint import blueprint
from samenspraak.web.matching.pages import LeftChoice
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import tell
from samenspraak.web.shell.sentences import in_words


def leave(question: Question, note: str) -> ResponseReturnValue:
    """Leave the choice to Samenspraak, which asks the first expert at once, or as soon as it can."""
    evidence = evidence_for_asker(session(), services().index, question.id)
    leave_to_samenspraak(session(), viewer(), question.id, now())
    invited = choose_next(session(), question.id, finder(evidence), now(), note)
    names = {each.expert_id: each.expert.name for each in invitations_of(session(), [question.id])}
    chosen = in_words([names[each.expert_id] for each in invited])
    told = _("Gevraagd: %(names)s.", names=chosen) if chosen else _("Bij Verloop ziet u wat er nu gebeurt.")
    tell("done", _("De keuze is aan Samenspraak."), told)
    return redirect(asked_for() or url_for("questions.show", question_id=question.id), 303)


@blueprint.post("/vragen/<int:question_id>/deskundigen/zelf")
@signed_in
def take_back(question_id: int) -> ResponseReturnValue:
    """Choose oneself again."""
    take_choice_back(session(), viewer(), question_id, now())
    tell("done", _("U kiest weer zelf."), _("Wie al gevraagd is, blijft gevraagd."))
    return redirect(url_for("matching.choose", question_id=question_id), 303)


def how_it_goes(question: Question) -> LeftChoice:
    """Return whether the choice was left, and what Samenspraak does with it."""
    route = find_route(session(), question.id)
    is_left = route is not None and route.chooser is Chooser.SAMENSPRAAK
    return LeftChoice(is_left, at_once(pace_of(session(), question.id)))
