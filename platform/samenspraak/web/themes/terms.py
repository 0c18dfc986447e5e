"""`/themas/woorden`: the thesaurus, as moderators keep it: its list, a word, a new one, taking one out."""

from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, Invalid
from samenspraak.people.kinds import Role
from samenspraak.themes.editing import add_term, edit_term, remove_term
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.queries import find_term, read_words, words_of_term
from samenspraak.themes.term_lists import list_terms
from samenspraak.themes.words import Term
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.filters import chips, chosen, settle
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number
from samenspraak.web.shell.refusals import say_at_field
from samenspraak.web.themes.blueprint import blueprint
from samenspraak.web.themes.forms import ListForm, RemovalForm, TermForm, values_of_term
from samenspraak.web.themes.merging import Taken, merge_into
from samenspraak.web.themes.pages import RemovalPage, TermPage, TermsPage
from samenspraak.web.themes.refused import say_refused
from samenspraak.web.themes.trial import Trial, is_trial, try_out


@blueprint.get("/themas/woorden")
@only(Role.MODERATOR)
def terms() -> ResponseReturnValue:
    """List the words, by kind and by what they hold."""
    form, number = ListForm(request.args), page_number()
    settle(form)
    kind = TermKind(chosen(form.soort)) if chosen(form.soort) else None
    rows, total = list_terms(session(), kind, chosen(form.woord), offset(number), PAGE_SIZE)
    page = TermsPage(
        title=_("Woorden"),
        crumbs=from_home(Crumb(_("Moderatie"), url_for("moderation.index")), Crumb(_("Woorden"))),
        form=form,
        chips=chips(form),
        paged=Paged([words_of_term(each) for each in rows], total, number),
    )
    return render("themes/terms.html", page)


@blueprint.route("/themas/woorden/nieuw", methods=["GET", "POST"])
@only(Role.MODERATOR)
def add() -> ResponseReturnValue:
    """Add a word, or try a search with it."""
    form = TermForm(term=request.args.get("woord", "")[:100])
    if is_trial():
        return _show(form, trial=_try(form, form.draft()))
    if form.validate_on_submit():
        try:
            term = add_term(session(), viewer().person_id, form.draft(), now())
        except Invalid as refusal:
            say_refused(form, refusal)
        else:
            tell(
                "done",
                _("“%(word)s” telt nu mee.", word=term.term),
                _("Zoeken en kiezen van deskundigen gebruiken het al."),
            )
            return redirect(url_for("themes.term", term_id=term.id), 303)
    return _show(form, status=422 if form.is_submitted() else 200)


@blueprint.route("/themas/woorden/<int:term_id>", methods=["GET", "POST"])
@only(Role.MODERATOR)
def term(term_id: int) -> ResponseReturnValue:
    """Change a word, or try a search with the change, or show what another moderator changed meanwhile."""
    stored = words_of_term(find_term(session(), term_id))
    values = values_of_term(stored)
    form = TermForm(data=values)
    form.stands(term=stored.term, expansions=values["expansions"], note=stored.note)
    if not form.is_submitted():
        form.opens_on(stored.sign, values)
        return _show(form, stored)
    if is_trial():
        return _show(form, stored, trial=_try(form, form.draft(term_id)))
    return _store(form, stored) if form.validate() else _show(form, stored, status=422)


@blueprint.route("/themas/woorden/<int:term_id>/weg", methods=["GET", "POST"])
@only(Role.MODERATOR)
def remove(term_id: int) -> ResponseReturnValue:
    """Take a word out, and say why."""
    stored = words_of_term(find_term(session(), term_id))
    form = RemovalForm()
    if form.validate_on_submit():
        try:
            remove_term(session(), viewer().person_id, term_id, form.reason.data, now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            tell("done", _("“%(word)s” is weggehaald.", word=stored.term), _("Zoeken gebruikt het niet meer."))
            return redirect(url_for("themes.terms"), 303)
    page = RemovalPage(
        title=_("Haal “%(word)s” weg", word=stored.term),
        crumbs=_crumbs(Crumb(stored.term, url_for("themes.term", term_id=term_id)), Crumb(_("Haal weg"))),
        form=form,
        term=stored,
    )
    return render("themes/removal.html", page, 422 if form.is_submitted() else 200)


def _store(form: TermForm, stored: Term) -> ResponseReturnValue:
    term_id = stored.id or 0
    try:
        edit_term(session(), viewer().person_id, term_id, form.draft(term_id), form.sign.data, now())
    except Conflict:
        values = values_of_term(stored)
        taken = merge_into(form, values)
        form.opens_on(stored.sign, values)
        return _show(form, stored, taken=taken, status=422)
    except Invalid as refusal:
        say_refused(form, refusal)
        return _show(form, stored, status=422)
    tell(
        "done",
        _("“%(word)s” is aangepast.", word=form.term.data),
        _("Zoeken en kiezen van deskundigen gebruiken het al."),
    )
    return redirect(url_for("themes.term", term_id=term_id), 303)


def _try(form: TermForm, draft: Term) -> Trial | None:
    words = read_words(session()).with_term(draft) if draft.term else read_words(session()).without_term(draft.id)
    return try_out(form.trial.data, words.thesaurus()) if form.trial.data else None


def _show(
    form: TermForm,
    stored: Term | None = None,
    trial: Trial | None = None,
    taken: Sequence[Taken] | None = None,
    status: int = 200,
) -> Response:
    title = _("Wijzig “%(word)s”", word=stored.term) if stored else _("Voeg een woord toe")
    page = TermPage(
        title=title,
        crumbs=_crumbs(Crumb(stored.term if stored else title)),
        form=form,
        term_id=stored.id if stored else None,
        url=url_for("themes.term", term_id=stored.id) if stored else url_for("themes.add"),
        trial=trial,
        taken=taken,
    )
    return render("themes/term.html", page, status)


def _crumbs(*steps: Crumb) -> tuple[Crumb, ...]:
    words = Crumb(_("Woorden"), url_for("themes.terms"))
    return from_home(Crumb(_("Moderatie"), url_for("moderation.index")), words, *steps)
