"""The form with which experts are chosen and invited."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectMultipleField, TextAreaField
from wtforms.validators import ValidationError

from samenspraak.routing.rules import LONGEST_NOTE, MOST_OPEN_PER_QUESTION
from samenspraak.web.shell.fields import at_most, clean
from samenspraak.web.shell.guarding import GuardedForm
from samenspraak.web.shell.keys import chosen_key


class InviteForm(GuardedForm):
    """Who is invited, with a note; or a request to choose for the asker."""

    experts = SelectMultipleField(_("Deskundigen"), coerce=chosen_key, validate_choice=False, choices=[])
    note = TextAreaField(_("Bericht aan wie u uitnodigt"), filters=[clean], validators=[at_most(LONGEST_NOTE)])
    choose_for_me = BooleanField()

    def validate_experts(self, field: SelectMultipleField) -> None:
        """Ask for one to three ticks, unless the choice is left to us."""
        if self.choose_for_me.data:
            return
        if not field.data:
            raise ValidationError(_("Kruis ten minste één deskundige aan."))
        if len(set(field.data)) > MOST_OPEN_PER_QUESTION:
            raise ValidationError(_("Kruis hoogstens drie deskundigen aan."))
