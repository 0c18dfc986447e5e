"""`/samenwerkingsverbanden`: the list, and one of them."""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from samenspraak.following.kinds import Subject
from samenspraak.following.queries.follows import follows
from samenspraak.following.targets import Target
from samenspraak.people.actions.experiences import coordinates
from samenspraak.people.queries.experiences import experiences_of
from samenspraak.people.queries.partnerships import (
    MOST_WORKED_OUT_FIRST,
    coordinated_by,
    count_partnerships,
    find_partnership,
    list_partnership_provinces,
    part_of_partnerships,
)
from samenspraak.questions.queries.by_partnership import newest_of_partnership
from samenspraak.themes.queries import list_themes, theme_labels
from samenspraak.web.partnerships.blueprint import blueprint
from samenspraak.web.partnerships.forms import ListForm
from samenspraak.web.partnerships.pages import ListPage, PartnershipPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chips, settle
from samenspraak.web.shell.listing import PAGE_SIZE, Listed, asked_cursor
from samenspraak.web.shell.page import Crumb, render


@blueprint.get("/samenwerkingsverbanden")
@signed_in
def index() -> ResponseReturnValue:
    """List the partnerships, those that worked most out first."""
    form = _filled_filters()
    part = part_of_partnerships(session(), form.filters(), asked_cursor(MOST_WORKED_OUT_FIRST), PAGE_SIZE)
    page = ListPage(
        title=_("Samenwerkingsverbanden"),
        crumbs=from_home(Crumb(_("Samenwerkingsverbanden"))),
        form=form,
        chips=chips(form),
        listed=Listed(part, count_partnerships(session(), form.filters())),
        own=coordinated_by(session(), viewer()),
    )
    return render("partnerships/index.html", page)


@blueprint.get("/samenwerkingsverbanden/<int:organisation_id>")
@signed_in
def show(organisation_id: int) -> ResponseReturnValue:
    """Show a partnership; what it asked anonymously is nowhere on its page, for nobody."""
    partnership = find_partnership(session(), organisation_id)
    is_own = coordinates(session(), viewer(), organisation_id)
    coordinates_another = any(each.id != organisation_id for each in coordinated_by(session(), viewer()))
    page = PartnershipPage(
        title=partnership.title,
        crumbs=from_home(Crumb(_("Samenwerkingsverbanden"), url_for("partnerships.index")), Crumb(partnership.title)),
        partnership=partnership,
        experiences=experiences_of(session(), organisation_id),
        questions=newest_of_partnership(session(), viewer(), organisation_id),
        is_own=is_own,
        may_remove=is_own or viewer().is_moderator,
        may_meet=not is_own and (coordinates_another or viewer().is_moderator),
        is_followed=follows(session(), viewer(), Target(Subject.PARTNERSHIP, organisation_id)),
        theme_urls={label: url_for("search.show", thema=slug) for slug, label in theme_labels(session()).items()},
    )
    return render("partnerships/show.html", page)


def _filled_filters() -> ListForm:
    form = ListForm(request.args)
    provinces = [SelectChoice(name, name) for name in list_partnership_provinces(session())]
    form.provincie.choices = [SelectChoice("", _("Heel Nederland")), *provinces]
    themes = [SelectChoice(theme.slug, theme.label) for theme in list_themes(session())]
    form.thema.choices = [SelectChoice("", _("Maakt niet uit")), *themes]
    settle(form)
    return form
