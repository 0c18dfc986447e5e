"""Keeping a profile true: "klopt nog", themes taken up or dropped, and which profiles nobody confirmed."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.people.actions.confirming import confirm_profile
from samenspraak.people.actions.own_themes import dismiss_theme, drop_theme, suggest_theme_again, take_theme_up
from samenspraak.people.kinds import Role
from samenspraak.people.queries.confirming import unconfirmed_profiles
from samenspraak.web.experts.blueprint import blueprint
from samenspraak.web.experts.pages import UnconfirmedPage
from samenspraak.web.shell.access import only, signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number


@blueprint.post("/deskundigen/<int:person_id>/klopt-nog")
@signed_in
def confirm(person_id: int) -> ResponseReturnValue:
    """Say of one's own profile that it is still true."""
    confirm_profile(session(), viewer(), person_id, now())
    tell("done", _("Uw profiel is bevestigd."), _("Over een half jaar vragen wij het opnieuw."))
    return _back(person_id)


@blueprint.post("/deskundigen/<int:person_id>/themas/<slug>/opnemen")
@signed_in
def take_up(person_id: int, slug: str) -> ResponseReturnValue:
    """Add a theme to one's profile."""
    try:
        theme = take_theme_up(session(), viewer(), person_id, slug, now())
    except Invalid:
        tell("waits", _("U hebt al 8 thema’s."), _("Haal er eerst een weg."))
        return redirect(url_for("experts.edit", person_id=person_id), 303)
    tell("done", _("%(theme)s staat nu in uw profiel.", theme=theme.label))
    return _back(person_id)


@blueprint.post("/deskundigen/<int:person_id>/themas/<slug>/niet-voorstellen")
@signed_in
def dismiss(person_id: int, slug: str) -> ResponseReturnValue:
    """Have a theme suggested no more."""
    theme = dismiss_theme(session(), viewer(), person_id, slug)
    undo = url_for("experts.suggest_again", person_id=person_id, slug=slug)
    tell("done", _("Wij stellen %(theme)s niet meer voor.", theme=theme.label), undo_url=undo)
    return _back(person_id)


@blueprint.post("/deskundigen/<int:person_id>/themas/<slug>/weer-voorstellen")
@signed_in
def suggest_again(person_id: int, slug: str) -> ResponseReturnValue:
    """Let a theme be suggested after all."""
    suggest_theme_again(session(), viewer(), person_id, slug)
    return _back(person_id)


@blueprint.post("/deskundigen/<int:person_id>/themas/<slug>/weghalen")
@signed_in
def drop(person_id: int, slug: str) -> ResponseReturnValue:
    """Take a theme out of one's profile."""
    theme = drop_theme(session(), viewer(), person_id, slug, now())
    undo = url_for("experts.take_up", person_id=person_id, slug=slug)
    tell("done", _("%(theme)s staat niet meer in uw profiel.", theme=theme.label), undo_url=undo)
    return _back(person_id)


@blueprint.get("/deskundigen/niet-bevestigd")
@only(Role.MODERATOR, Role.ADMINISTRATOR)
def unconfirmed() -> ResponseReturnValue:
    """List the profiles that their owners did not confirm, four weeks and more after they were asked."""
    number = page_number()
    rows, total = unconfirmed_profiles(session(), now(), offset(number), PAGE_SIZE)
    crumbs = from_home(Crumb(_("Deskundigen"), url_for("experts.index")), Crumb(_("Niet bevestigd")))
    page = UnconfirmedPage(_("Profielen die niet bevestigd zijn"), crumbs, Paged(rows, total, number))
    return render("experts/unconfirmed.html", page)


def _back(person_id: int) -> ResponseReturnValue:
    return redirect(asked_for() or url_for("experts.show", person_id=person_id), 303)
