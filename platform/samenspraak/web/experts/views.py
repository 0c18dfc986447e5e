"""`/deskundigen`: the directory and the profiles."""

import datetime as dt

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from samenspraak.core.clock import local_day
from samenspraak.matching.candidates import Load
from samenspraak.matching.subjects import count_own_refusals
from samenspraak.people.kinds import ExpertGroup, Sector
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.queries.experts import (
    ExpertFilters,
    find_visible_profile,
    list_experts,
    list_like_minded,
)
from samenspraak.people.queries.substitutes import stood_in_for
from samenspraak.people.rules import may_edit_profile, may_read_ties
from samenspraak.questions.queries.answered_themes import themes_to_suggest
from samenspraak.questions.queries.contributions import contributions_of
from samenspraak.questions.queries.endorsements import endorsements_of
from samenspraak.routing.load import full_experts, load_of
from samenspraak.themes.queries import list_themes
from samenspraak.web.experts.availability import availability_of, coming_periods
from samenspraak.web.experts.blueprint import blueprint
from samenspraak.web.experts.forms import DirectoryForm
from samenspraak.web.experts.pages import DirectoryPage, ExpertRow, OwnSide, ProfilePage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chips, chosen, settle
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number

MOST_ANSWERS = 5
MOST_LIKE_MINDED = 3


@blueprint.get("/deskundigen")
@signed_in
def index() -> ResponseReturnValue:
    """List the experts by name."""
    form = _filled_filters()
    number = page_number()
    profiles, total = list_experts(session(), _filters(form), offset(number), PAGE_SIZE)
    load = load_of(session(), now(), [profile.person_id for profile in profiles])
    today = local_day(now())
    rows = [
        ExpertRow(profile, availability_of(profile, load.get(profile.person_id, Load()).week, today))
        for profile in profiles
    ]
    page = DirectoryPage(
        title=_("Deskundigen"),
        crumbs=from_home(Crumb(_("Deskundigen"))),
        form=form,
        chips=chips(form),
        paged=Paged(rows, total, number),
    )
    return render("experts/index.html", page)


@blueprint.get("/deskundigen/<int:person_id>")
@signed_in
def show(person_id: int) -> ResponseReturnValue:
    """Show what an expert knows, takes on and answered."""
    profile = find_visible_profile(session(), viewer(), person_id)
    load = load_of(session(), now(), [person_id]).get(person_id, Load()).week
    today = local_day(now())
    page = ProfilePage(
        title=profile.person.name,
        crumbs=from_home(Crumb(_("Deskundigen"), url_for("experts.index")), Crumb(profile.person.name)),
        profile=profile,
        availability=availability_of(profile, load, today),
        coming=coming_periods(profile, today),
        contributions=contributions_of(session(), viewer(), person_id, MOST_ANSWERS),
        like_minded=list_like_minded(session(), profile, MOST_LIKE_MINDED),
        endorsements=endorsements_of(session(), viewer(), [person_id]).get(person_id, ()),
        may_edit=may_edit_profile(viewer(), person_id),
        may_read_ties=may_read_ties(viewer(), person_id),
        unconfirmed_since=_unconfirmed_since(profile),
        own=_own_side(person_id, today) if viewer().person_id == person_id else None,
    )
    return render("experts/show.html", page)


def _own_side(person_id: int, today: dt.date) -> OwnSide:
    return OwnSide(
        suggested=themes_to_suggest(session(), viewer()),
        stands_in=stood_in_for(session(), person_id, today),
        refused=count_own_refusals(session(), viewer()),
    )


def _unconfirmed_since(profile: ExpertProfile) -> dt.datetime | None:
    """Since when the expert was asked, for who may know: the expert, administrators and moderators."""
    asked = profile.asked_to_confirm_at
    if not may_read_ties(viewer(), profile.person_id) or asked is None:
        return None
    return asked if profile.confirmed_at is None or profile.confirmed_at < asked else None


def _filled_filters() -> DirectoryForm:
    form = DirectoryForm(request.args)
    themes = [SelectChoice(theme.slug, theme.label) for theme in list_themes(session())]
    form.thema.choices = [SelectChoice("", _("Alle thema’s")), *themes]
    settle(form)
    return form


def _filters(form: DirectoryForm) -> ExpertFilters:
    group, sector = chosen(form.groep), chosen(form.sector)
    wants_available = bool(chosen(form.beschikbaar))
    return ExpertFilters(
        group=ExpertGroup(group) if group else None,
        sector=Sector(sector) if sector else None,
        theme=chosen(form.thema),
        available_on=local_day(now()) if wants_available else None,
        full=full_experts(session(), now()) if wants_available else frozenset(),
    )
