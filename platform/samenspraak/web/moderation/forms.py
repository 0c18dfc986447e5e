"""The forms of the desk: what came of a report, and why a role is refused."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import RadioField, TextAreaField

from samenspraak.moderation.kinds import ReportOutcome
from samenspraak.web.shell.fields import at_most, clean, needed, options
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_WORDS = 1000


class ReportAnswerForm(GuardedForm):
    """What a moderator did with a report, and what the reporter is told of it."""

    outcome = RadioField(
        _("Wat deed u?"), coerce=ReportOutcome, validators=[needed(_("Kies wat u met de melding deed."))]
    )
    reply = TextAreaField(
        _("Bericht aan de melder"),
        filters=[clean],
        validators=[needed(_("Schrijf wat u met de melding deed. De melder leest dit.")), at_most(LONGEST_WORDS)],
    )

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.outcome.choices = options(ReportOutcome)


class RefusalForm(GuardedForm):
    """Why someone who was let in by a colleague does not belong to the organisation."""

    reason = TextAreaField(
        _("Waarom niet?"),
        filters=[clean],
        validators=[needed(_("Schrijf waarom. Deze persoon kan dat lezen.")), at_most(LONGEST_WORDS)],
    )
