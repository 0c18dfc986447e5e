"""Reading: the list of questions, and one question."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.questions.queries.listing import QuestionFilters, list_questions, most_discussed
from samenspraak.questions.queries.questions import find_question
from samenspraak.themes.queries import list_themes
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import list_crumbs
from samenspraak.web.questions.forms.filtering import FilterForm
from samenspraak.web.questions.pages import ListPage
from samenspraak.web.questions.thread_page import show_question
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.filters import chips
from samenspraak.web.shell.page import render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number


@blueprint.get("/vragen")
@everyone
def index() -> ResponseReturnValue:
    """List the questions that someone may see."""
    form = FilterForm(list_themes(session()))
    number = page_number()
    rows, total = list_questions(session(), viewer(), form.filters(), offset=offset(number), limit=PAGE_SIZE)
    page = ListPage(
        title=_("Vragen"),
        form=form,
        chips=chips(form),
        paged=Paged(rows, total, number),
        discussed=tuple(most_discussed(session(), viewer())),
        is_filtered=form.filters() != QuestionFilters(),
        crumbs=list_crumbs(),
    )
    return render("questions/index.html", page)


@blueprint.get("/vragen/<int:question_id>")
@everyone
def show(question_id: int) -> ResponseReturnValue:
    """Show a question with its answers."""
    return show_question(find_question(session(), viewer(), question_id))
