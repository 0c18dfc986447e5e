"""How the experts for a question were ranked: `/vragen/<id>/deskundigen/berekening`."""

import dataclasses

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import NotAllowed
from samenspraak.matching.switches import rulebook_for
from samenspraak.matching.weights import WEIGHTS
from samenspraak.people.kinds import Role
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import is_asker_known
from samenspraak.questions.queries.questions import find_question
from samenspraak.routing.calculation import Account, account_for
from samenspraak.search.errors import IndexBroken
from samenspraak.web.matching.blueprint import blueprint
from samenspraak.web.matching.pages import CalculationPage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, services, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.peers import shown_peers

MOST_SHOWN = 10
MOST = 100


@blueprint.get("/vragen/<int:question_id>/deskundigen/berekening")
@only(Role.MODERATOR, Role.ADMINISTRATOR)
def calculation(question_id: int) -> ResponseReturnValue:
    """Show every part of every expert's score, as the asker's page ranks or by all that the reader may see."""
    question = find_question(session(), viewer(), question_id)
    if not is_asker_known(session(), viewer(), question):
        raise NotAllowed  # it names whose organisation counts as the asker's own
    as_asker = viewer().is_moderator and request.args.get("zicht") != "eigen"
    account = _account(question, as_asker=as_asker, most=MOST if "alle" in request.args else MOST_SHOWN)
    page = CalculationPage(
        title=_("Hoe de deskundigen zijn gekozen"),
        crumbs=_crumbs(question),
        question=question,
        account=account,
        peers=shown_peers(question, as_asker=as_asker) if account else None,
        as_asker=as_asker,
        weights=tuple((field.name, getattr(WEIGHTS, field.name)) for field in dataclasses.fields(WEIGHTS)),
        rules_off=rulebook_for(session(), question.id).off,
    )
    return render("matching/calculation.html", page)


def _account(question: Question, *, as_asker: bool, most: int) -> Account | None:
    try:
        return account_for(session(), services().index, viewer(), question, now(), as_asker=as_asker, most=most)
    except IndexBroken:
        return None


def _crumbs(question: Question) -> tuple[Crumb, ...]:
    return from_home(
        Crumb(_("Vragen"), url_for("questions.index")),
        Crumb(question.title, url_for("questions.show", question_id=question.id)),
        Crumb(_("Berekening")),
    )
