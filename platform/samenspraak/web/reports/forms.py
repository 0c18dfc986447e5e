"""The form to report a post."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import RadioField, TextAreaField

from samenspraak.moderation.actions.reporting import ReportDraft
from samenspraak.moderation.kinds import ReportReason
from samenspraak.web.shell.fields import at_most, clean, needed, options
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_WORDS = 1000


class ReportForm(GuardedForm):
    """Why a post is reported; personal data stand first, because they are in a hurry."""

    reason = RadioField(
        _("Wat is er aan de hand?"), coerce=ReportReason, validators=[needed(_("Kies wat er aan de hand is."))]
    )
    words = TextAreaField(_("Toelichting"), filters=[clean], validators=[at_most(LONGEST_WORDS)])

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.reason.choices = options(ReportReason)

    def draft(self) -> ReportDraft:
        """Return what was chosen and written."""
        return ReportDraft(self.reason.data, self.words.data or "")
