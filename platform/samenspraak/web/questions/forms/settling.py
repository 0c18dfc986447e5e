"""The forms that settle how a question or an answer stands: to close, to hold, and to ask for a signature."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectChoice, SelectField, TextAreaField
from wtforms.validators import NumberRange

from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import CloseReason
from samenspraak.web.questions.forms.texts import clean_text
from samenspraak.web.shell.fields import at_most, needed, options
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_WORDS = 1000
NOBODY = 0


class CloseForm(GuardedForm):
    """Why a question is closed, with words for who reads it later."""

    because = RadioField(
        _("Waarom sluit u de vraag?"), coerce=CloseReason, validators=[needed(_("Kies waarom u de vraag sluit."))]
    )
    words = TextAreaField(_("Slotwoord"), filters=[clean_text], validators=[at_most(LONGEST_WORDS)])

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.because.choices = options(CloseReason)


class HoldForm(GuardedForm):
    """Why an answer is held."""

    because = TextAreaField(
        _("Wat klopt er niet?"),
        filters=[clean_text],
        validators=[
            needed(_("Schrijf wat er niet klopt, zodat de auteur het kan herstellen.")),
            at_most(LONGEST_WORDS),
        ],
    )


class SignForm(GuardedForm):
    """Who is asked to sign an answer too."""

    person = SelectField(
        _("Wie vraagt u?"),
        [NumberRange(1, message=_("Kies iemand uit de lijst."))],
        coerce=int,
        choices=[],
        invalid_choice_message=_("Kies iemand uit de lijst."),
        invalid_value_message=_("Kies iemand uit de lijst."),
    )

    def __init__(self, people: Iterable[Person], **values: Any) -> None:
        super().__init__(**values)
        choices = [SelectChoice(person.id, _in_words(person)) for person in people]
        self.person.choices = [SelectChoice(NOBODY, _("Kies iemand")), *choices]


def _in_words(person: Person) -> str:
    return f"{person.name} ({person.assignments[0].organisation.title})" if person.assignments else person.name
