"""`/deskundigen/<id>/niet-mijn-vak`: what an expert declined as not their subject, and taking that back."""

from collections import Counter
from collections.abc import Iterable, Sequence

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import NotFound
from samenspraak.matching.actions import take_subject_back
from samenspraak.matching.subjects import OwnRefusal, own_refusals
from samenspraak.people.queries.experts import find_visible_profile
from samenspraak.themes.models import Theme
from samenspraak.web.experts.blueprint import blueprint
from samenspraak.web.experts.crumbs import to_profile
from samenspraak.web.experts.pages import OfferedTheme, RefusedPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.page import render, tell


@blueprint.get("/deskundigen/<int:person_id>/niet-mijn-vak")
@signed_in
def refused(person_id: int) -> ResponseReturnValue:
    """Show an expert what they declined as not their subject; nobody else."""
    _refuse_others(person_id)
    profile = find_visible_profile(session(), viewer(), person_id)
    found = own_refusals(session(), viewer())
    page = RefusedPage(
        title=_("Niet uw vak"),
        crumbs=to_profile(profile, _("Niet uw vak")),
        person_id=person_id,
        refused=found,
        offered=_offered(found, profile.themes),
    )
    return render("experts/refused.html", page)


@blueprint.post("/deskundigen/<int:person_id>/niet-mijn-vak/<int:question_id>/terug")
@signed_in
def take_back(person_id: int, question_id: int) -> ResponseReturnValue:
    """Have questions like this one fit the expert as before."""
    _refuse_others(person_id)
    take_subject_back(session(), viewer(), question_id)
    tell("done", _("U nam dit terug."), _("Vragen die erop lijken, passen weer bij u zoals eerst."))
    return redirect(url_for("experts.refused", person_id=person_id), 303)


def _refuse_others(person_id: int) -> None:
    if viewer().person_id != person_id:
        raise NotFound


def _offered(refused_questions: Iterable[OwnRefusal], own: Iterable[Theme]) -> Sequence[OfferedTheme]:
    """The themes of the profile that stand at what was declined, the most declined first."""
    number = Counter(theme.slug for each in refused_questions for theme in each.themes)
    found = [OfferedTheme(theme.slug, theme.label, number[theme.slug]) for theme in own if number[theme.slug]]
    return sorted(found, key=lambda each: (-each.number, each.label))
