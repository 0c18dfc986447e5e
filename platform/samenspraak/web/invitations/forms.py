"""The forms with which an expert declines, passes a question on, or asks the asker something."""

from flask_babel import lazy_gettext as _
from wtforms import EmailField, RadioField, StringField, TextAreaField

from samenspraak.people.addresses import LONGEST_ADDRESS
from samenspraak.routing.forwarding import Colleague
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


class ForwardForm(GuardedForm):
    """Which colleague is asked instead, and why."""

    unguarded = frozenset({"name"})

    name = StringField(
        _("Naam van uw collega"), filters=[clean], validators=[needed(_("Schrijf hoe uw collega heet.")), at_most(100)]
    )
    email = EmailField(_("E-mailadres van uw collega"), filters=[clean], validators=[at_most(LONGEST_ADDRESS)])
    words = TextAreaField(
        _("Waarom past de vraag bij uw collega?"), filters=[clean], validators=[at_most(LONGEST_NOTE)]
    )

    def colleague(self) -> Colleague:
        """Return who was named."""
        return Colleague(self.name.data, self.email.data or "")


class AskAskerForm(GuardedForm):
    """What one wants to know of the asker first."""

    words = TextAreaField(
        _("Wat wilt u van de vraagsteller weten?"),
        filters=[clean],
        validators=[needed(_("Schrijf wat u wilt weten.")), at_most(LONGEST_NOTE)],
    )
