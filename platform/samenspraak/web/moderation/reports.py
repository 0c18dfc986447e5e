"""What a moderator does with a report: tell the reporter what came of it."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import Conflict
from samenspraak.moderation.actions.claiming import forget_claim
from samenspraak.moderation.actions.reporting import answer_report
from samenspraak.moderation.kinds import QueueName
from samenspraak.people.kinds import Role
from samenspraak.web.moderation.blueprint import blueprint
from samenspraak.web.moderation.desk import show_desk
from samenspraak.web.moderation.forms import ReportAnswerForm
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.onward import asked_for
from samenspraak.web.shell.page import tell


@blueprint.post("/moderatie/meldingen/<int:report_id>")
@only(Role.MODERATOR)
def answer(report_id: int) -> ResponseReturnValue:
    """Close a report, with words for the reporter."""
    form = ReportAnswerForm()
    if not form.validate():
        return show_desk(QueueName.REPORTS, str(report_id), form, 422)
    try:
        answer_report(session(), viewer(), report_id, form.outcome.data, form.reply.data, now())
    except Conflict:
        tell("waits", _("Een andere moderator was u voor."), _("Deze melding is al beantwoord."))
    else:
        forget_claim(session(), QueueName.REPORTS, str(report_id))
        tell("done", _("De melding is beantwoord."), _("De melder krijgt bericht, met uw woorden."))
    return redirect(asked_for() or url_for("moderation.index", stapel=QueueName.REPORTS.value), 303)
