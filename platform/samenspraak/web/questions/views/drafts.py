"""Drafts: kept while one types, listed on `/vragen/concepten`, resumed on any device."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.questions.actions.keeping import TypedDraft, forget_draft
from samenspraak.questions.drafts import DRAFT_DAYS
from samenspraak.questions.queries.answered_already import answered_of
from samenspraak.questions.queries.kept import drafts_of, find_draft
from samenspraak.questions.queries.questions import find_question
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import crumbs
from samenspraak.web.questions.draft_pages import DraftsPage, NotKeptPage
from samenspraak.web.questions.drafting import keep, typed_draft
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import Crumb, render, render_part, tell


@blueprint.get("/vragen/concepten")
@signed_in
def drafts() -> ResponseReturnValue:
    """Show what someone is writing, and what proved answered before it was asked."""
    who = viewer()
    page = DraftsPage(
        title=_("Uw concepten"),
        crumbs=crumbs(Crumb(_("Uw concepten"))),
        drafts=drafts_of(session(), who, now()),
        answered=answered_of(session(), who),
        days=DRAFT_DAYS,
        may_ask=who.may_ask,
    )
    return render("questions/drafts.html", page)


@blueprint.post("/vragen/concepten")
@signed_in
def keep_draft() -> ResponseReturnValue:
    """Keep a form as it stands: while one types, or by its button."""
    typed = typed_draft()
    _check_place(typed)
    try:
        outcome, kept_at = keep(typed)
    except Invalid:
        outcome, kept_at = "full", None
    if request.headers.get("HX-Request") == "true":
        return render_part("questions/_kept.html", outcome=outcome, kept_at=kept_at)
    if outcome in {"refused", "full"}:
        return _not_kept(typed, outcome)
    _tell_kept(outcome)
    return redirect(url_for("questions.drafts"), 303)


@blueprint.get("/vragen/concepten/<int:draft_id>")
@signed_in
def resume_draft(draft_id: int) -> ResponseReturnValue:
    """Lead to the form of a draft, with what was typed in it."""
    draft = find_draft(session(), viewer(), draft_id)
    if draft.question_id is None:
        return redirect(url_for("questions.new", concept=draft.id), 303)
    find_question(session(), viewer(), draft.question_id)
    return redirect(url_for("questions.show", question_id=draft.question_id, concept=draft.id, _anchor="write"), 303)


@blueprint.post("/vragen/concepten/<int:draft_id>/weggooien")
@signed_in
def discard_draft(draft_id: int) -> ResponseReturnValue:
    """Throw a draft away."""
    forget_draft(session(), viewer(), draft_id)
    tell("done", _("Uw concept is weg."))
    return redirect(url_for("questions.drafts"), 303)


def _check_place(typed: TypedDraft) -> None:
    """Refuse a draft for what one may not write: a question without the role, an answer to what one cannot see."""
    if typed.question_id is not None:
        find_question(session(), viewer(), typed.question_id)
    elif not viewer().may_ask:
        raise NotAllowed


def _tell_kept(outcome: str) -> None:
    match outcome:
        case "kept":
            tell("done", _("Uw concept is bewaard."), _("U kunt er op elk apparaat mee verder."))
        case "apart":
            tell(
                "waits",
                _("U schreef op een ander apparaat al verder aan dit concept."),
                _("Daarom staan beide teksten hieronder. Er is niets verloren."),
            )
        case _:
            tell("waits", _("Er was niets om te bewaren."))


def _not_kept(typed: TypedDraft, outcome: str) -> ResponseReturnValue:
    titles = {
        "refused": _("Met deze gegevens bewaren wij uw tekst niet"),
        "full": _("U hebt al 100 concepten. Gooi er eerst een weg."),
    }
    texts = (("title", typed.title), ("body", typed.body), ("basis", "\n".join(typed.fields["basis"])))
    page = NotKeptPage(titles[outcome], crumbs(Crumb(_("Uw concepten"))), tuple(each for each in texts if each[1]))
    return render("questions/not_kept.html", page, 422)
