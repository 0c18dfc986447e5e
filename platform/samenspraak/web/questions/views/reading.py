"""Reading one question."""

from flask.typing import ResponseReturnValue

from samenspraak.questions.queries.questions import find_question
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.thread_page import show_question
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import session, viewer


@blueprint.get("/vragen/<int:question_id>")
@everyone
def show(question_id: int) -> ResponseReturnValue:
    """Show a question with its answers."""
    return show_question(find_question(session(), viewer(), question_id))
