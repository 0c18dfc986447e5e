"""`/vragen/<id>/gebruikt`: the asker says whether the accepted answer was used, and may say it anew later."""

import dataclasses

from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import NotAllowed, NotFound
from samenspraak.questions.actions.impact import tell_impact
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.impact import ToldUse, accepted_answer, use_of
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.rules import may_accept
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.use import UseForm
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render, tell


@dataclasses.dataclass(frozen=True)
class UsePage:
    """The form, below the answer that it is about."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: UseForm
    question: Question
    answer: Answer


@blueprint.get("/vragen/<int:question_id>/gebruikt")
@signed_in
def use(question_id: int) -> ResponseReturnValue:
    """Ask whether the answer was used."""
    question, told = _asked(question_id)
    return _show(question, UseForm(told))


@blueprint.post("/vragen/<int:question_id>/gebruikt")
@signed_in
def tell_use(question_id: int) -> ResponseReturnValue:
    """Store what came of the answer."""
    question, told = _asked(question_id)
    form = UseForm(told)
    if not form.validate():
        return _show(question, form, 422)
    tell_impact(session(), viewer(), question_id, form.used.data, form.words.data, now())
    tell("done", _("Dank u wel."), _("Het staat bij het antwoord. Wie het gaf, krijgt bericht."))
    return to_question(question_id)


def _asked(question_id: int) -> tuple[Question, ToldUse]:
    question = find_question(session(), viewer(), question_id)
    asked = {"asked_by": question.asker_id, "asked_for": question.organisation_id}
    if not may_accept(seats_of(session(), viewer()), person_id=viewer().person_id, **asked):
        raise NotAllowed
    told = use_of(session(), question_id)
    if told is None:
        raise NotFound
    return question, told


def _show(question: Question, form: UseForm, status: int = 200) -> Response:
    page = UsePage(
        title=_("Wat leverde het antwoord op?"),
        crumbs=crumbs(question_crumb(question), Crumb(_("Gebruikt"))),
        form=form,
        question=question,
        answer=accepted_answer(session(), question.id),
    )
    return render("questions/use.html", page, status)
