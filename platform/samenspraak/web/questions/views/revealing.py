"""Telling everybody who asked a question that was asked anonymously."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.questions.actions.revealing import reveal_asker
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import tell


@blueprint.post("/vragen/<int:question_id>/op-naam")
@signed_in
def reveal(question_id: int) -> ResponseReturnValue:
    """Let everybody see who asked."""
    reveal_asker(session(), viewer(), question_id)
    tell("done", _("Uw vraag staat nu op naam."), _("Iedere lezer ziet wie de vraag stelde."))
    return to_question(question_id)
