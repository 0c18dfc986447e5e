"""The versions of a question and of an answer: listed, two of them compared, and one put back."""

from flask import redirect
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict, Invalid, NotAllowed
from samenspraak.questions.actions.restoring import restore_answer, restore_question
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.queries.revisions import Version
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.editing import RestoreForm
from samenspraak.web.questions.revision_pages import RestorePage
from samenspraak.web.questions.versions import (
    Subject,
    answer_subject,
    changes_page,
    compared,
    find_version,
    question_subject,
)
from samenspraak.web.shell.access import everyone, signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.formatting import moment
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@blueprint.get("/vragen/<int:question_id>/wijzigingen")
@everyone
def changes(question_id: int) -> ResponseReturnValue:
    """Show what a question said before."""
    return render("questions/changes.html", changes_page(question_subject(question_id)))


@blueprint.get("/antwoorden/<int:answer_id>/wijzigingen")
@everyone
def answer_changes(answer_id: int) -> ResponseReturnValue:
    """Show what an answer said before."""
    return render("questions/changes.html", changes_page(answer_subject(answer_id)))


@blueprint.get("/vragen/<int:question_id>/wijzigingen/<int:version_id>/terugzetten")
@signed_in
def restore_version(question_id: int, version_id: int) -> ResponseReturnValue:
    """Show what putting back a version of a question would change."""
    return _show(question_subject(question_id), version_id)


@blueprint.post("/vragen/<int:question_id>/wijzigingen/<int:version_id>/terugzetten")
@signed_in
def put_version_back(question_id: int, version_id: int) -> ResponseReturnValue:
    """Put a version of a question back."""
    return _restore(question_subject(question_id), version_id)


@blueprint.get("/antwoorden/<int:answer_id>/wijzigingen/<int:version_id>/terugzetten")
@signed_in
def restore_answer_version(answer_id: int, version_id: int) -> ResponseReturnValue:
    """Show what putting back a version of an answer would change."""
    return _show(answer_subject(answer_id), version_id)


@blueprint.post("/antwoorden/<int:answer_id>/wijzigingen/<int:version_id>/terugzetten")
@signed_in
def put_answer_version_back(answer_id: int, version_id: int) -> ResponseReturnValue:
    """Put a version of an answer back."""
    return _restore(answer_subject(answer_id), version_id)


def _show(subject: Subject, version_id: int, form: RestoreForm | None = None, status: int = 200) -> Response:
    if not subject.may_restore:
        raise NotAllowed
    present, earlier = find_version(subject, version_id)
    form = form or RestoreForm()
    form.seen.data = subject.thing.sign
    page = RestorePage(
        title=_("Zet versie %(number)d terug", number=earlier.number),
        crumbs=crumbs(
            question_crumb(subject.question), Crumb(_("Wijzigingen"), subject.url()), Crumb(_("Terugzetten"))
        ),
        form=form,
        comparison=compared(subject, present, earlier),
        version=earlier,
        needs_reason=subject.needs_reason(),
        keeps_standing=isinstance(subject.thing, Answer),
        post_url=subject.restore_url(version_id),
        back_url=subject.url(),
    )
    return render("questions/restore.html", page, status)


def _restore(subject: Subject, version_id: int) -> ResponseReturnValue:
    if not subject.may_restore:
        raise NotAllowed
    form = RestoreForm()
    _present, earlier = find_version(subject, version_id)
    if not form.validate():
        return _show(subject, version_id, form, 422)
    if subject.needs_reason() and not form.reason.data:
        say_at_field(form, Invalid("reason", "reason-missing"))
        return _show(subject, version_id, form, 422)
    try:
        _put_back(subject, version_id, form, _reason(earlier, form.reason.data))
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(subject, version_id, form, 422)
    except Conflict:
        form.form_errors.append(_("De tekst is intussen gewijzigd. Kijk opnieuw wat er verandert."))
        return _show(subject, version_id, form, 422)
    tell("done", _("De tekst van versie %(number)d staat er weer.", number=earlier.number))
    return redirect(subject.back_url, 303)


def _put_back(subject: Subject, version_id: int, form: RestoreForm, reason: str) -> None:
    restore = restore_answer if isinstance(subject.thing, Answer) else restore_question
    restore(session(), viewer(), subject.thing.id, version_id, reason, form.seen.data or "", now())


def _reason(earlier: Version, words: str) -> str:
    told = _("Teruggezet naar de versie van %(when)s", when=moment(earlier.at))
    return f"{told}: {words}" if words else str(told)
