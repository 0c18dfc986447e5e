"""Forms of the desks."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectChoice, SelectField, TextAreaField
from wtforms.validators import InputRequired, NumberRange

from samenspraak.people.models.account import Person
from samenspraak.routing.desks.rules import LONGEST_AGREEMENT, LONGEST_REASON, SHORTEST_AGREEMENT
from samenspraak.web.shell.fields import NumberField, at_most, clean, needed
from samenspraak.web.shell.guarding import GuardedForm


class AssignForm(FlaskForm):
    """To whom a question is given."""

    person = SelectField(
        _("Geef aan"),
        [NumberRange(1, message=_("Kies een collega uit de lijst."))],
        coerce=int,
        choices=[],
        invalid_value_message=_("Kies een collega uit de lijst."),
        invalid_choice_message=_("Kies een collega uit de lijst."),
    )

    def offer(self, colleagues: Iterable[Person]) -> None:
        """Let one of these people be chosen."""
        choices = [SelectChoice(each.id, each.name) for each in colleagues]
        self.person.choices = [SelectChoice(0, _("Kies een collega")), *choices]


class PassOnForm(GuardedForm):
    """Why a question goes on to OCW."""

    reason = TextAreaField(
        _("Waarom geeft u de vraag door?"),
        [needed(_("Schrijf waarom u de vraag doorgeeft. De vraagsteller leest dat ook.")), at_most(LONGEST_REASON)],
        filters=[clean],
    )


class AgreementForm(FlaskForm):
    """What a desk agreed."""

    is_open = BooleanField(_("Het bureau neemt nieuwe vragen aan"))
    working_days = NumberField(
        _("Eerste reactie binnen hoeveel werkdagen?"),
        [
            InputRequired(_("Vul een getal in van 1 tot en met 30.")),
            NumberRange(SHORTEST_AGREEMENT, LONGEST_AGREEMENT, _("Vul een getal in van 1 tot en met 30.")),
        ],
    )
