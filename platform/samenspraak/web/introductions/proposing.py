"""`/kennismakingen/nieuw`: proposing that two partnerships talk, from the row of a peer or the page of one."""

import dataclasses
from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from samenspraak.conversations.actions import IntroductionDraft, propose
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.people.kinds import Role
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.queries.experiences import find_experience
from samenspraak.people.queries.partnerships import coordinated_by, find_partnership, list_active_partnerships
from samenspraak.questions.queries.questions import find_question
from samenspraak.web.introductions.blueprint import blueprint
from samenspraak.web.introductions.forms import ProposeForm, ProposeForOthersForm
from samenspraak.web.introductions.pages import ProposePage
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.shell.refusals import say_at_field


@dataclasses.dataclass(frozen=True)
class _Subject:
    """What the address says that it is about."""

    other: Organisation
    title: str = ""
    question_id: int | None = None
    experience_id: int | None = None


@blueprint.route("/kennismakingen/nieuw", methods=["GET", "POST"])
@only(Role.COORDINATOR, Role.MODERATOR)
def new() -> ResponseReturnValue:
    """Propose to talk; a moderator may propose any two to each other."""
    subject = _subject()
    own = [each for each in coordinated_by(session(), viewer()) if each.id != subject.other.id]
    for_others = viewer().is_moderator
    firsts = (
        [each for each in list_active_partnerships(session()) if each.id != subject.other.id] if for_others else own
    )
    if not firsts:
        raise NotFound
    kind = ProposeForOthersForm if for_others else ProposeForm
    form = kind(firsts, [subject.other], data={"other_id": subject.other.id, **_first(own, firsts)})
    if not form.validate_on_submit():
        return _show(form, subject, for_others=for_others)
    draft = IntroductionDraft(
        organisation_id=form.organisation_id.data,
        other_id=subject.other.id,
        words=form.words.data,
        question_id=subject.question_id,
        experience_id=subject.experience_id,
        submission=form.submission.data,
    )
    try:
        propose(session(), viewer(), draft, now())
    except Invalid as refusal:
        say_at_field(form, refusal)
        return _show(form, subject, for_others=for_others)
    except Conflict as refusal:
        return _refused(form, subject, refusal, for_others=for_others)
    _tell_sent(is_own=draft.organisation_id in {each.id for each in own})
    return redirect(url_for("introductions.index"), 303)


def _tell_sent(*, is_own: bool) -> None:
    if is_own:
        told = _("De ander krijgt bericht en kan akkoord gaan of niet.")
    else:
        told = _("Beide samenwerkingsverbanden krijgen bericht en kunnen akkoord gaan of niet.")
    tell("done", _("Uw voorstel is verstuurd."), told)


def _first(own: Sequence[Organisation], firsts: Sequence[Organisation]) -> dict[str, int]:
    """Return which partnership is chosen already: for a moderator the one for which the address asks."""
    asked_for = read_key(request.args.get("voor", "")) if viewer().is_moderator else None
    if asked_for in {each.id for each in firsts}:
        return {"organisation_id": asked_for}
    return {"organisation_id": own[0].id} if own else {}


def _refused(form: ProposeForm, subject: _Subject, refusal: Conflict, *, for_others: bool) -> ResponseReturnValue:
    if refusal.reason == "introduction-open":
        tell("waits", _("Deze kennismaking is al voorgesteld."), _("Hieronder ziet u hoe het ermee staat."))
        return redirect(url_for("introductions.index"), 303)
    form.form_errors.append(
        _("Een van de twee heeft nog geen coördinator op Samenspraak. Kennismaken kan daarom nog niet.")
    )
    return _show(form, subject, for_others=for_others)


def _subject() -> _Subject:
    """Return with whom and about what, as the address says; what one may not see is not found."""
    experience_id, question_id = (read_key(request.args.get(name, "")) for name in ("ervaring", "vraag"))
    if experience_id is not None:
        experience = find_experience(session(), experience_id)
        if not experience.is_open_to_contact:
            raise NotFound
        return _Subject(experience.organisation, experience.title, experience_id=experience_id)
    if question_id is not None:
        question = find_question(session(), viewer(), question_id)
        if question.is_anonymous:
            raise NotFound
        other = find_partnership(session(), question.organisation_id)
        return _Subject(other, question.title, question_id=question_id)
    other_id = read_key(request.args.get("met", ""))
    if other_id is None:
        raise NotFound
    return _Subject(find_partnership(session(), other_id))


def _show(form: ProposeForm, subject: _Subject, *, for_others: bool) -> Response:
    page = ProposePage(
        title=_("Stel voor aan elkaar"),
        crumbs=from_home(Crumb(_("Kennismakingen"), url_for("introductions.index")), Crumb(_("Stel voor aan elkaar"))),
        form=form,
        url=url_for(
            "introductions.new", met=subject.other.id, vraag=subject.question_id, ervaring=subject.experience_id
        ),
        other=subject.other,
        subject=subject.title,
        for_others=for_others,
    )
    return render("introductions/new.html", page, 422 if form.is_submitted() else 200)
