"""Who states the position of the ministry, by theme: `/moderatie/woordvoerders`."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.people.actions.spokespeople import name_spokesperson, unname_spokesperson
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ThemeSpokesperson
from samenspraak.people.queries.people import find_person
from samenspraak.people.queries.spokespeople import list_named, people_of_ministry
from samenspraak.themes.queries import list_themes
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field
from samenspraak.web.standings.blueprint import blueprint
from samenspraak.web.standings.crumbs import below_moderation
from samenspraak.web.standings.forms import SpokespersonForm
from samenspraak.web.standings.pages import SpokespeoplePage


@blueprint.get("/woordvoerders")
@only(Role.MODERATOR, Role.ADMINISTRATOR)
def spokespeople() -> ResponseReturnValue:
    """Show who was named for which theme."""
    return _show(_form())


@blueprint.post("/woordvoerders")
@only(Role.MODERATOR, Role.ADMINISTRATOR)
def name() -> ResponseReturnValue:
    """Name someone for a theme."""
    form = _form()
    if not form.validate():
        return _show(form, 422)
    try:
        person = name_spokesperson(session(), viewer(), form.theme.data, form.person.data, now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(form, 422)
    undo = url_for("standings.unname", theme_id=form.theme.data, person_id=person.id)
    tell(
        "done",
        _("%(name)s kan nu over dit thema het standpunt van OCW geven.", name=person.name),
        _("Dat geldt voor nieuwe antwoorden."),
        undo,
    )
    return redirect(url_for("standings.spokespeople"), 303)


@blueprint.post("/woordvoerders/<int:theme_id>/<int:person_id>/weg")
@only(Role.MODERATOR, Role.ADMINISTRATOR)
def unname(theme_id: int, person_id: int) -> ResponseReturnValue:
    """Take back that someone was named for a theme."""
    person = find_person(session(), person_id)
    unname_spokesperson(session(), viewer(), theme_id, person_id, now())
    tell(
        "done",
        _("%(name)s geeft over dit thema geen standpunt van OCW meer.", name=person.name),
        _("Wat er al staat, blijft staan."),
    )
    return redirect(url_for("standings.spokespeople"), 303)


def _form() -> SpokespersonForm:
    people: list[Person] = list(session().scalars(people_of_ministry()))
    return SpokespersonForm(list_themes(session()), people)


def _show(form: SpokespersonForm, status: int = 200) -> Response:
    named: dict[int, list[ThemeSpokesperson]] = {}
    for each in list_named(session()):
        named.setdefault(each.theme_id, []).append(each)
    themes = list_themes(session())
    page = SpokespeoplePage(
        title=_("Woordvoerders van OCW"),
        crumbs=below_moderation(Crumb(_("Woordvoerders van OCW"))),
        form=form,
        named=[(theme, each) for theme in themes for each in named.get(theme.id, ())],
        without=[theme for theme in themes if theme.id not in named],
    )
    return render("standings/spokespeople.html", page, status)
