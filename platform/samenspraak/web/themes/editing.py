"""`/themas/nieuw` and `/themas/<slug>/bewerken`: what a theme is called, as moderators keep it."""

from collections.abc import Sequence

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, Invalid
from samenspraak.people.kinds import Role
from samenspraak.themes.editing import add_theme, edit_theme, with_old_label
from samenspraak.themes.queries import find_whole_theme, list_groups, read_words, words_of_theme
from samenspraak.themes.words import ThemeWords
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.themes.blueprint import blueprint
from samenspraak.web.themes.forms import ThemeForm, values_of_theme
from samenspraak.web.themes.merging import Taken, merge_into
from samenspraak.web.themes.pages import EditThemePage
from samenspraak.web.themes.refused import say_refused
from samenspraak.web.themes.trial import Trial, is_trial, try_out


@blueprint.route("/themas/nieuw", methods=["GET", "POST"])
@only(Role.MODERATOR)
def add_to_themes() -> ResponseReturnValue:
    """Add a theme, or try a search with it."""
    form = ThemeForm(list_groups(session()))
    if is_trial():
        return _show(form, trial=_try(form, form.draft("nieuw")))
    if form.validate_on_submit():
        try:
            theme = add_theme(session(), viewer().person_id, form.draft(), now())
        except Invalid as refusal:
            say_refused(form, refusal)
        else:
            tell("done", _("Het thema “%(label)s” staat erbij.", label=theme.label), _("Vragen kunnen erbij horen."))
            return redirect(url_for("themes.show", slug=theme.slug), 303)
    return _show(form, status=422 if form.is_submitted() else 200)


@blueprint.route("/themas/<slug>/bewerken", methods=["GET", "POST"])
@only(Role.MODERATOR)
def edit(slug: str) -> ResponseReturnValue:
    """Change what a theme is called, or try a search with the change, or show what changed meanwhile."""
    stored = words_of_theme(find_whole_theme(session(), slug))
    values = values_of_theme(stored)
    form = ThemeForm(list_groups(session()), data=values)
    form.stands(label=stored.label, names=values["names"], old_names=values["old_names"], note=stored.note)
    if not form.is_submitted():
        form.opens_on(stored.sign, values)
        return _show(form, stored)
    if is_trial():
        draft = form.draft(slug, stored.id)
        return _show(form, stored, trial=_try(form, with_old_label(draft, stored.label)))
    return _store(form, stored) if form.validate() else _show(form, stored, status=422)


def _store(form: ThemeForm, stored: ThemeWords) -> ResponseReturnValue:
    slug = stored.slug
    try:
        edit_theme(session(), viewer().person_id, slug, form.draft(slug, stored.id), form.sign.data, now())
    except Conflict:
        values = values_of_theme(stored)
        taken = merge_into(form, values)
        form.opens_on(stored.sign, values)
        return _show(form, stored, taken=taken, status=422)
    except Invalid as refusal:
        say_refused(form, refusal)
        return _show(form, stored, status=422)
    tell("done", _("Het thema is aangepast."), _("Zoeken en kiezen van deskundigen gebruiken het al."))
    return redirect(url_for("themes.show", slug=slug), 303)


def _try(form: ThemeForm, draft: ThemeWords) -> Trial | None:
    return try_out(form.trial.data, read_words(session()).with_theme(draft).thesaurus()) if form.trial.data else None


def _show(
    form: ThemeForm,
    stored: ThemeWords | None = None,
    trial: Trial | None = None,
    taken: Sequence[Taken] | None = None,
    status: int = 200,
) -> Response:
    title = _("Wijzig dit thema") if stored else _("Voeg een thema toe")
    way = (Crumb(stored.label, url_for("themes.show", slug=stored.slug)),) if stored else ()
    page = EditThemePage(
        title=title,
        crumbs=from_home(Crumb(_("Thema’s"), url_for("themes.index")), *way, Crumb(title)),
        form=form,
        theme=stored,
        url=url_for("themes.edit", slug=stored.slug) if stored else url_for("themes.add_to_themes"),
        trial=trial,
        taken=taken,
    )
    return render("themes/edit.html", page, status)
