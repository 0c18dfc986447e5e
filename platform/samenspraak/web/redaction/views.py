"""Taking words out of a question, an answer or a comment, in two steps, and why that was done."""

from flask import redirect, request
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.moderation.kinds import PostKind
from samenspraak.moderation.posts import Post, find_post
from samenspraak.people.kinds import Role
from samenspraak.redaction.actions import check_words, redact, texts_of
from samenspraak.redaction.copies import count_copies, count_in_audit
from samenspraak.redaction.kinds import Copy
from samenspraak.redaction.queries import find_redaction
from samenspraak.redaction.words import is_telling
from samenspraak.web.redaction.blueprint import blueprint
from samenspraak.web.redaction.forms import RedactForm
from samenspraak.web.redaction.pages import ConfirmPage, RedactionPage, RedactPage
from samenspraak.web.shell.access import only, signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.posts import post_url
from samenspraak.web.shell.refusals import say_at_field


@blueprint.route("/vragen/<int:question_id>/weghalen", methods=["GET", "POST"])
@only(Role.MODERATOR)
def question(question_id: int) -> ResponseReturnValue:
    """Take words out of a question."""
    return _redact(PostKind.QUESTION, question_id)


@blueprint.route("/antwoorden/<int:answer_id>/weghalen", methods=["GET", "POST"])
@only(Role.MODERATOR)
def answer(answer_id: int) -> ResponseReturnValue:
    """Take words out of an answer."""
    return _redact(PostKind.ANSWER, answer_id)


@blueprint.route("/reacties/<int:comment_id>/weghalen", methods=["GET", "POST"])
@only(Role.MODERATOR)
def comment(comment_id: int) -> ResponseReturnValue:
    """Take words out of a comment."""
    return _redact(PostKind.COMMENT, comment_id)


@blueprint.get("/weggehaald/<int:redaction_id>")
@signed_in
def show(redaction_id: int) -> ResponseReturnValue:
    """Tell who wrote it why words were taken out."""
    found = find_redaction(session(), viewer(), redaction_id)
    title = _("Woorden weggehaald")
    url = post_url(found.post, found.post_id, found.question_id)
    return render("redaction/show.html", RedactionPage(title, from_home(Crumb(title)), found, url))


def _redact(kind: PostKind, post_id: int) -> ResponseReturnValue:
    post, form = find_post(session(), viewer(), kind, post_id), RedactForm()
    if request.method != "POST":
        return _show(post, form)
    if not form.validate():
        return _show(post, form, 422)
    words, reason = form.words.data, form.reason.data
    try:
        if "definitief" not in request.form:
            check_words(session(), viewer(), kind, post_id, words, reason)
            return _confirm(post, form)
        redact(session(), viewer(), kind, post_id, words, reason, now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(post, form, 422)
    tell("done", _("De woorden zijn weg."), _("De auteur krijgt bericht, met uw uitleg."))
    return redirect(post_url(kind, post_id, post.question.id), 303)


def _show(post: Post, form: RedactForm, status: int = 200) -> Response:
    page = RedactPage(
        title=_title(post.kind),
        crumbs=from_home(Crumb(_title(post.kind))),
        form=form,
        texts=[text for text in texts_of(session(), post.kind, post.id) if text],
        back_url=post_url(post.kind, post.id, post.question.id),
    )
    return render("redaction/edit.html", page, status)


def _confirm(post: Post, form: RedactForm) -> Response:
    counts = count_copies(session(), post.question.id, form.words.data)
    page = ConfirmPage(
        title=_("Kijk na wat er verandert"),
        crumbs=from_home(Crumb(_title(post.kind))),
        form=form,
        post=post,
        copies=[(copy, counts[copy]) for copy in Copy if counts[copy]],
        is_everywhere=is_telling(form.words.data),
        in_audit=count_in_audit(session(), form.words.data),
        back_url=post_url(post.kind, post.id, post.question.id),
    )
    return render("redaction/confirm.html", page)


def _title(kind: PostKind) -> str:
    titles: dict[PostKind, str] = {
        PostKind.QUESTION: _("Haal woorden weg uit deze vraag"),
        PostKind.ANSWER: _("Haal woorden weg uit dit antwoord"),
        PostKind.COMMENT: _("Haal woorden weg uit deze reactie"),
    }
    return titles[kind]
