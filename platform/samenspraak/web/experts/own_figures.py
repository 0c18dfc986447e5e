"""`/deskundigen/<id>/cijfers`: an expert's own figures, for nobody else."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.people.queries.experts import find_visible_profile
from samenspraak.questions.queries.impact import use_of_answers_by
from samenspraak.routing.figures import own_figures
from samenspraak.web.experts.blueprint import blueprint
from samenspraak.web.experts.crumbs import to_profile
from samenspraak.web.experts.pages import FiguresPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.page import render


@blueprint.get("/deskundigen/<int:person_id>/cijfers")
@signed_in
def figures(person_id: int) -> ResponseReturnValue:
    """Show an expert what was asked of them and what came of it."""
    found = own_figures(session(), viewer(), person_id)
    profile = find_visible_profile(session(), viewer(), person_id)
    page = FiguresPage(
        _("Uw cijfers"), to_profile(profile, _("Cijfers")), person_id, found, use_of_answers_by(session(), person_id)
    )
    return render("experts/figures.html", page)
