"""Accepting an answer, and changing one's mind."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.questions.actions.answering import accept_answer, withdraw_acceptance
from samenspraak.questions.queries.questions import find_answer
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import tell


@blueprint.post("/antwoorden/<int:answer_id>/accepteren")
@signed_in
def accept(answer_id: int) -> ResponseReturnValue:
    """Accept an answer; undoing it accepts the one from before again, if there was one."""
    question, answer = find_answer(session(), viewer(), answer_id)
    earlier = accept_answer(session(), viewer(), answer_id, now())
    if earlier is None or earlier == answer_id:
        undo = url_for("questions.withdraw", answer_id=answer_id)
    else:
        undo = url_for("questions.accept", answer_id=earlier)
    tell(
        "accepted",
        _("U hebt het antwoord van %(name)s geaccepteerd.", name=answer.author.name),
        _("%(name)s krijgt bericht. Over zes weken vragen wij of het gebruikt is.", name=answer.author.name),
        undo,
    )
    return to_question(question.id)


@blueprint.post("/antwoorden/<int:answer_id>/niet-accepteren")
@signed_in
def withdraw(answer_id: int) -> ResponseReturnValue:
    """Take back that an answer was accepted."""
    question, answer = find_answer(session(), viewer(), answer_id)
    withdraw_acceptance(session(), viewer(), answer_id)
    tell(
        "done",
        _("Het antwoord van %(name)s is niet meer geaccepteerd.", name=answer.author.name),
        _("U kunt ook een ander antwoord accepteren."),
        url_for("questions.accept", answer_id=answer_id),
    )
    return to_question(question.id)
