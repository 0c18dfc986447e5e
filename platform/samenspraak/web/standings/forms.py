"""The form to name who states the position of the ministry."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectChoice, SelectField
from wtforms.validators import NumberRange

from samenspraak.people.models.account import Person
from samenspraak.themes.models import Theme

NOTHING = 0


class SpokespersonForm(FlaskForm):
    """Someone of the ministry, and a theme."""

    theme = SelectField(
        _("Thema"),
        [NumberRange(1, message=_("Kies een thema uit de lijst."))],
        coerce=int,
        choices=[],
        invalid_choice_message=_("Kies een thema uit de lijst."),
        invalid_value_message=_("Kies een thema uit de lijst."),
    )
    person = SelectField(
        _("Wie spreekt hierover voor OCW?"),
        [NumberRange(1, message=_("Kies iemand van het ministerie uit de lijst."))],
        coerce=int,
        choices=[],
        invalid_choice_message=_("Kies iemand van het ministerie uit de lijst."),
        invalid_value_message=_("Kies iemand van het ministerie uit de lijst."),
    )

    def __init__(self, themes: Iterable[Theme], people: Iterable[Person], **values: Any) -> None:
        super().__init__(**values)
        self.theme.choices = [
            SelectChoice(NOTHING, _("Kies een thema")),
            *(SelectChoice(theme.id, theme.label) for theme in themes),
        ]
        self.person.choices = [
            SelectChoice(NOTHING, _("Kies iemand")),
            *(SelectChoice(person.id, person.name) for person in people),
        ]
