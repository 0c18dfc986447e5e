"""The form with which an expert declines."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField, TextAreaField

from samenspraak.routing.rules import LONGEST_NOTE, DeclineReason
from samenspraak.web.shell.fields import at_most, clean, needed, options
from samenspraak.web.shell.guarding import GuardedForm


class DeclineForm(GuardedForm):
    """Why a question does not suit, from a short list, with words of one's own."""

    because = RadioField(
        _("Waarom past deze vraag u niet?"), validators=[needed(_("Kies waarom deze vraag u niet past."))]
    )
    words = TextAreaField(_("Toelichting voor wie u vroeg"), filters=[clean], validators=[at_most(LONGEST_NOTE)])

    def __init__(self) -> None:
        super().__init__()
        self.because.choices = options(DeclineReason)

    @property
    def reason(self) -> DeclineReason:
        """The reason that was chosen."""
        return DeclineReason(self.because.data)
