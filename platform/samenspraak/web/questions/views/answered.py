"""“Dit beantwoordt mijn vraag”: closing what one was asking, since an earlier question answers it; and undoing that."""

from contextlib import suppress

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Invalid, NotFound
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.answered_already import find_answered, undo_answered
from samenspraak.questions.actions.keeping import own_draft
from samenspraak.questions.queries.kept import draft_by_key
from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.drafting import keep, typed_draft
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.onward import to_question
from samenspraak.web.shell.page import tell


@blueprint.post("/vragen/nieuw/beantwoord")
@only(Role.COORDINATOR)
def answered_already() -> ResponseReturnValue:
    """Close the draft of a question that an earlier one answers, and lead to that answer."""
    question_id = read_key(request.form.get("answered"))
    typed = typed_draft()
    if question_id is None or not typed.key:
        raise NotFound
    with suppress(Invalid):  # kept, so that it is there again when one thinks better of it
        keep(typed)
    draft = own_draft(session(), viewer(), typed.key, typed.opening, typed.follows)
    found = find_answered(session(), viewer(), question_id, draft.key if draft else typed.key, now())
    tell(
        "accepted",
        _("Fijn dat u het antwoord vond. Dank u wel: het telt mee voor wie het schreef."),
        _("U vindt het terug onder Uw concepten."),
        url_for("questions.not_answered", answered_id=found.id),
    )
    return to_question(question_id)


@blueprint.post("/vragen/vooraf-beantwoord/<int:answered_id>/ongedaan")
@only(Role.COORDINATOR)
def not_answered(answered_id: int) -> ResponseReturnValue:
    """Take back that a question proved answered, and go on with asking it."""
    key = undo_answered(session(), viewer(), answered_id)
    draft = draft_by_key(session(), viewer(), key) if key else None
    if draft is None:
        tell("done", _("Dit telt niet meer als beantwoord."), _("Stel uw vraag gerust."))
        return redirect(url_for("questions.new"), 303)
    tell("done", _("Uw vraag staat er weer."), _("Ga verder waar u was."))
    return redirect(url_for("questions.new", concept=draft.id), 303)
