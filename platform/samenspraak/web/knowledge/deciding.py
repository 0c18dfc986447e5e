"""Laying a text before a second moderator, and what that one says of it."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.knowledge.actions.reviewing import accept_article, send_back, submit_article
from samenspraak.knowledge.queries.articles import find_article
from samenspraak.people.kinds import Role
from samenspraak.web.knowledge.blueprint import blueprint
from samenspraak.web.knowledge.forms import DecideForm, SubmitForm
from samenspraak.web.knowledge.shown import page_of
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.post("/kennis/<slug>/voorleggen")
@only(Role.MODERATOR)
def submit(slug: str) -> ResponseReturnValue:
    """Lay the newest text before a second moderator."""
    form = SubmitForm()
    try:
        submit_article(session(), viewer(), slug, now(), confirmed=bool(form.confirmed.data))
    except Invalid as refusal:
        say_at_field(form, refusal)
        article = find_article(session(), viewer(), slug)
        return render("knowledge/show.html", page_of(article, newest=True, submit_form=form), 422)
    tell("done", _("Het artikel ligt bij een tweede moderator."), _("Wie het goedkeurt, publiceert het."))
    return redirect(url_for("knowledge.newest", slug=slug), 303)


@blueprint.post("/kennis/<slug>/beoordelen/<int:number>")
@only(Role.MODERATOR)
def decide(slug: str, number: int) -> ResponseReturnValue:
    """Publish the text with this number, or give it back with words."""
    form, accepts = DecideForm(), request.form.get("outcome") == "accept"
    if form.validate():
        try:
            act = accept_article if accepts else send_back
            act(session(), viewer(), slug, number, form.words.data or "", now())
        except Invalid as refusal:
            say_at_field(form, refusal)
        else:
            if accepts:
                tell("accepted", _("Het artikel is gepubliceerd."), _("Lezers vinden het nu onder Kennis."))
            else:
                tell("done", _("Het artikel is teruggegeven."), _("Wie het voorlegde, leest waarom."))
            return redirect(url_for("knowledge.newest", slug=slug), 303)
    article = find_article(session(), viewer(), slug)
    return render("knowledge/show.html", page_of(article, newest=True, decide_form=form), 422)
