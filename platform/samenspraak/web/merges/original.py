"""`/vragen/…/oorspronkelijk`: a question that went into another, as it was."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.questions.queries.askers import find_asker
from samenspraak.questions.queries.merges import find_original
from samenspraak.questions.queries.questions import titles_of
from samenspraak.questions.queries.threads import thread_of
from samenspraak.web.merges.blueprint import blueprint
from samenspraak.web.merges.pages import OriginalPage
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.citing import look_up_citations
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import Crumb, render


@blueprint.get("/vragen/<int:question_id>/oorspronkelijk")
@everyone
def show(question_id: int) -> ResponseReturnValue:
    """Show a question that went into another, to read; one that stands by itself is at its own address."""
    question, merge, by = find_original(session(), viewer(), question_id)
    if merge is None:
        return to_question(question_id)
    end = question.merged_into_id or 0
    title = titles_of(session(), viewer(), [end]).get(end)
    page = OriginalPage(
        title=question.title,
        crumbs=from_home(Crumb(_("Vragen"), url_for("questions.index")), Crumb(question.title)),
        question=question,
        asker=find_asker(session(), viewer(), question),
        thread=thread_of(session(), question, viewer()),
        merge=merge,
        by=by,
        target=(end, title) if title is not None else None,
    )
    look_up_citations(page.texts)
    return render("merges/original.html", page)
