"""The form that says whether an accepted answer was used."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired

from samenspraak.core.errors import Invalid
from samenspraak.questions.kinds import Use
from samenspraak.questions.queries.impact import ToldUse
from samenspraak.questions.uses import LONGEST_WORDS, check_use
from samenspraak.web.questions.forms.texts import WritingForm, clean_text
from samenspraak.web.shell.fields import at_most, options
from samenspraak.web.shell.refusals import say_at_field


class UseForm(WritingForm):
    """Whether it was used, and in words what came of it or why not."""

    used = RadioField(
        _("Hebt u dit antwoord gebruikt?"), coerce=Use, validators=[InputRequired(_("Kies een van de drie."))]
    )
    words = TextAreaField(_("Vertel het kort"), filters=[clean_text], validators=[at_most(LONGEST_WORDS)])

    def __init__(self, told: ToldUse) -> None:
        super().__init__(used=told.used, words=told.words)
        self.used.choices = options(Use)
        self.stands(words=told.words)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, and that a no says why."""
        is_valid = bool(super().validate(extra_validators))
        try:
            if is_valid:
                check_use(self.used.data, self.words.data)
        except Invalid as refusal:
            say_at_field(self, refusal)
            return False
        return is_valid
