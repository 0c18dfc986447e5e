"""Forms about experts: filters of the directory, the profile, days away."""

import datetime as dt
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    Form,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, NumberRange, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from samenspraak.people.actions.profiles import MOST_CAPACITY, MOST_THEMES, ProfileDraft
from samenspraak.people.actions.ties import LONGEST_WORDS, TieDraft
from samenspraak.people.kinds import ExpertGroup, Sector, TieKind
from samenspraak.people.models.expert import AwayPeriod, ExpertProfile
from samenspraak.web.shell.fields import DayField, NumberField, at_most, clean, needed, options
from samenspraak.web.shell.guarding import GuardedForm
from samenspraak.web.shell.keys import chosen_key

BACKWARDS, ACCEPTED = "naam-za", "geaccepteerd"
LONGEST_HEADLINE = 120
LONGEST_EXPERTISE = 4000
LONGEST_NAME = 100


class DirectoryForm(Form):
    """Filters and order of the directory; the names of its fields stand in the address."""

    groep = SelectField(_("Namens"), choices=lambda: options(ExpertGroup, _("Iedereen")))
    sector = SelectField(_("Sector"), choices=lambda: options((Sector.PRIMARY, Sector.SECONDARY), _("Alle sectoren")))
    thema = SelectField(_("Thema"), choices=[])
    beschikbaar = SelectField(
        _("Beschikbaar"), choices=[SelectChoice("", _("Maakt niet uit")), SelectChoice("nu", _("Neemt nu vragen aan"))]
    )
    volgorde = SelectField(
        _("Volgorde"),
        choices=[
            SelectChoice("", _("Op naam, A tot Z")),
            SelectChoice(BACKWARDS, _("Op naam, Z tot A")),
            SelectChoice(ACCEPTED, _("Meeste geaccepteerde antwoorden")),
        ],
    )


class ThemesField(SelectMultipleField):
    """Themes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ProfileForm(GuardedForm):
    """What an expert says of themself."""

    headline = StringField(_("Functie"), [at_most(LONGEST_HEADLINE)], filters=[clean])
    expertise = TextAreaField(_("Waar u verstand van hebt"), [at_most(LONGEST_EXPERTISE)], filters=[clean])
    themes = ThemesField(_("Thema’s"), choices=[])
    sector = RadioField(_("Sector"), choices=lambda: options(Sector))
    weekly_capacity = NumberField(
        _("Vragen per week"),
        [
            InputRequired(_("Vul een getal in van 0 tot en met 20.")),
            NumberRange(0, MOST_CAPACITY, _("Vul een getal in van 0 tot en met 20.")),
        ],
    )
    is_listed = BooleanField(_("Zet mij in de lijst van deskundigen"))
    version = NumberField(widget=HiddenInput())

    def validate_themes(self, field: Any) -> None:
        """Refuse too many themes at the field."""
        if len(field.data) > MOST_THEMES:
            raise ValidationError(_("Kies hoogstens 8 thema’s."))

    def draft(self) -> ProfileDraft:
        """Return what was filled in."""
        return ProfileDraft(
            headline=self.headline.data,
            expertise=self.expertise.data,
            theme_slugs=tuple(self.themes.data),
            sector=Sector(self.sector.data),
            weekly_capacity=self.weekly_capacity.data,
            is_listed=self.is_listed.data,
            version=self.version.data or 0,
        )


class AwayForm(GuardedForm):
    """First and last day away, both included, and the name of who can be asked instead."""

    unguarded = frozenset({"substitute"})

    first_day = DayField(_("Eerste dag"), [InputRequired(_("Vul de eerste dag in."))])
    last_day = DayField(_("Laatste dag"), [InputRequired(_("Vul de laatste dag in."))])
    substitute = StringField(_("Wie vervangt u?"), [at_most(LONGEST_NAME)], filters=[clean])

    def days(self) -> tuple[dt.date, dt.date]:
        """Return what was filled in."""
        return self.first_day.data, self.last_day.data


class TieForm(GuardedForm):
    """A tie with an organisation."""

    organisation = SelectField(
        _("Organisatie"), choices=[], coerce=chosen_key, validators=[needed(_("Kies een organisatie uit de lijst."))]
    )
    kind = RadioField(_("Wat voor band"), choices=lambda: options(TieKind), default=TieKind.CLIENT.value)
    words = TextAreaField(_("Toelichting"), [at_most(LONGEST_WORDS)], filters=[clean])

    def draft(self) -> TieDraft:
        """Return what was filled in."""
        return TieDraft(self.organisation.data, TieKind(self.kind.data), self.words.data)


def profile_values(profile: ExpertProfile) -> dict[str, Any]:
    """Return a profile as the values that its form begins with."""
    return {
        "headline": profile.headline,
        "expertise": profile.expertise,
        "themes": [theme.slug for theme in profile.themes],
        "sector": profile.sector.value,
        "weekly_capacity": profile.weekly_capacity,
        "is_listed": profile.is_listed,
        "version": profile.version,
    }


def away_values(period: AwayPeriod) -> dict[str, Any]:
    """Return a period as the values that its form begins with."""
    substitute = period.substitute.person.name if period.substitute else ""
    return {"first_day": period.first_day, "last_day": period.last_day, "substitute": substitute}
