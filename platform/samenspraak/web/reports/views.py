"""Reporting a question, an answer or a comment, and what came of one's reports."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, Invalid
from samenspraak.moderation.actions.reporting import report_post
from samenspraak.moderation.kinds import PostKind, ReportReason
from samenspraak.moderation.posts import Post, find_post
from samenspraak.moderation.reports import open_report_of, own_reports
from samenspraak.web.reports.blueprint import blueprint
from samenspraak.web.reports.forms import ReportForm
from samenspraak.web.reports.pages import OwnReportsPage, ReportPage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.posts import post_url
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/meldingen")
@signed_in
def index() -> ResponseReturnValue:
    """Show what someone reported, and what came of it."""
    found = own_reports(session(), viewer())
    rows = [
        (each, title, post_url(each.post, each.post_id, each.question_id) if title else "") for each, title in found
    ]
    title = _("Uw meldingen")
    return render("reports/index.html", OwnReportsPage(title, from_home(Crumb(title)), rows))


@blueprint.route("/vragen/<int:question_id>/melden", methods=["GET", "POST"])
@signed_in
def question(question_id: int) -> ResponseReturnValue:
    """Report a question."""
    return _report(PostKind.QUESTION, question_id)


@blueprint.route("/antwoorden/<int:answer_id>/melden", methods=["GET", "POST"])
@signed_in
def answer(answer_id: int) -> ResponseReturnValue:
    """Report an answer."""
    return _report(PostKind.ANSWER, answer_id)


@blueprint.route("/reacties/<int:comment_id>/melden", methods=["GET", "POST"])
@signed_in
def comment(comment_id: int) -> ResponseReturnValue:
    """Report a comment."""
    return _report(PostKind.COMMENT, comment_id)


def _report(kind: PostKind, post_id: int) -> ResponseReturnValue:
    post, form = find_post(session(), viewer(), kind, post_id), ReportForm()
    if request.method != "POST":
        return _show(post, form)
    if not form.validate():
        return _show(post, form, 422)
    try:
        report_post(session(), viewer(), kind, post_id, form.draft(), now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(post, form, 422)
    except Conflict:
        tell("waits", _("U meldde dit al."), _("Een moderator kijkt ernaar. U krijgt bericht."))
        return redirect(url_for("reports.index"), 303)
    is_urgent = form.reason.data is ReportReason.PERSONAL_DATA
    words = _("De moderatoren kregen meteen bericht.") if is_urgent else _("Een moderator kijkt ernaar.")
    tell("done", _("Dank u. Uw melding is binnen."), f"{words} {_('U krijgt bericht wat eruit kwam.')}")
    return redirect(post_url(kind, post_id, post.question.id), 303)


def _show(post: Post, form: ReportForm, status: int = 200) -> Response:
    title = {
        PostKind.QUESTION: _("Meld deze vraag"),
        PostKind.ANSWER: _("Meld dit antwoord"),
        PostKind.COMMENT: _("Meld deze reactie"),
    }[post.kind]
    question_url = url_for("questions.show", question_id=post.question.id)
    page = ReportPage(
        title=title,
        crumbs=from_home(
            Crumb(_("Vragen"), url_for("questions.index")), Crumb(post.question.title, question_url), Crumb(title)
        ),
        form=form,
        post=post,
        earlier=open_report_of(session(), viewer(), post.kind, post.id),
        back_url=post_url(post.kind, post.id, post.question.id),
    )
    return render("reports/new.html", page, status)
