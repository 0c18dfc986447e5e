"""`/bronnen/nieuw` and `/bronnen/<name>/bewerken`: letters and documents, as moderators keep them."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid, NotFound
from samenspraak.people.kinds import Role
from samenspraak.sources.actions import add_source, change_source
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.models import Source
from samenspraak.sources.queries import find_source, parts_of
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field
from samenspraak.web.sources.blueprint import blueprint
from samenspraak.web.sources.finding import crumbs_to, url_of
from samenspraak.web.sources.forms import SourceForm, values_of
from samenspraak.web.sources.pages import EditPage


@blueprint.route("/bronnen/nieuw", methods=["GET", "POST"])
@only(Role.MODERATOR)
def new() -> ResponseReturnValue:
    """Add a letter or document."""
    form = SourceForm()
    if not _previews() and form.validate_on_submit():
        try:
            source = add_source(session(), viewer().person_id or 0, form.draft(), form.text.data, now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("De bron staat erbij."), _("Wie “%(name)s” schrijft, verwijst ernaar.", name=source.name))
            return redirect(url_of(source), 303)
    return _show(form, None)


@blueprint.route("/bronnen/<name>/bewerken", methods=["GET", "POST"])
@only(Role.MODERATOR)
def edit(name: str) -> ResponseReturnValue:
    """Change a letter or document; statutes are loaded, not typed."""
    source = find_source(session(), name)
    if source.kind is SourceKind.STATUTE:
        raise NotFound
    text = parts_of(session(), source.versions[0].id)[0].text
    form = SourceForm(data=values_of(source, text))
    form.stands(title=source.title, text=text)
    if not _previews() and form.validate_on_submit():
        try:
            change_source(session(), viewer().person_id or 0, source, form.draft(name), form.text.data, now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("De bron is gewijzigd."))
            return redirect(url_of(source), 303)
    return _show(form, source)


def _previews() -> bool:
    return "preview" in request.form


def _show(form: SourceForm, source: Source | None) -> ResponseReturnValue:
    title = _("Wijzig deze bron") if source else _("Voeg een bron toe")
    page = EditPage(
        title=title,
        crumbs=crumbs_to(source, Crumb(title))
        if source
        else from_home(Crumb(_("Bronnen"), url_for("sources.index")), Crumb(title)),
        form=form,
        url=url_for("sources.edit", name=source.name) if source else url_for("sources.new"),
        back_url=url_of(source) if source else url_for("sources.index"),
        preview=str(form.text.data or "") if _previews() else "",
    )
    return render("sources/edit.html", page, 422 if form.is_submitted() and not _previews() else 200)
