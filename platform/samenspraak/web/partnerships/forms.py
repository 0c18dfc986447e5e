"""Forms about partnerships: filters of the list, and what one worked out."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    Form,
    HiddenField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from samenspraak.core.tokens import new_token
from samenspraak.people.actions.experiences import MOST_THEMES, ExperienceDraft
from samenspraak.people.kinds import Sector
from samenspraak.people.models.organisation import Experience
from samenspraak.people.queries.partnerships import PartnershipFilters
from samenspraak.themes.models import Theme
from samenspraak.web.shell.fields import NumberField, at_most, clean, needed, options
from samenspraak.web.shell.filters import chosen
from samenspraak.web.shell.guarding import GuardedForm
from samenspraak.web.shell.keys import chosen_key

LONGEST_TITLE = 120
LONGEST_BODY = 8000
LONGEST_NAME = 100
LONGEST_KEY = 64


class ListForm(Form):
    """Filters of the list; the names of its fields stand in the address."""

    naam = StringField(_("Naam, nummer of gemeente"), filters=[lambda text: clean(text)[:LONGEST_NAME]])
    sector = SelectField(_("Sector"), choices=lambda: options((Sector.PRIMARY, Sector.SECONDARY), _("Alle sectoren")))
    provincie = SelectField(_("Provincie"), choices=[])
    thema = SelectField(_("Werkte iets uit over"), choices=[])

    def filters(self) -> PartnershipFilters:
        """Return what was chosen; any theme is one that something was worked out on."""
        sector = chosen(self.sector)
        return PartnershipFilters(
            text=chosen(self.naam),
            sector=Sector(sector) if sector else None,
            province=chosen(self.provincie),
            theme=chosen(self.thema),
        )


class ExperienceForm(GuardedForm):
    """Something that a partnership worked out."""

    title = StringField(
        _("Wat hebt u uitgewerkt, in een zin?"),
        [needed(_("Schrijf in een zin wat u hebt uitgewerkt.")), at_most(LONGEST_TITLE)],
        filters=[clean],
    )
    body = TextAreaField(
        _("Toelichting"),
        [needed(_("Schrijf wat u deed, wat het opleverde en wat u anders zou doen.")), at_most(LONGEST_BODY)],
        filters=[clean],
    )
    themes = SelectMultipleField(
        _("Thema’s"),
        coerce=chosen_key,
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    is_open_to_contact = BooleanField(_("Andere samenwerkingsverbanden mogen contact voorstellen"), default=True)
    submission = HiddenField(filters=[lambda key: clean(key)[:LONGEST_KEY]])
    version = NumberField(default=0, widget=HiddenInput())

    def __init__(self, known_themes: Iterable[Theme], **values: Any) -> None:
        super().__init__(**values)
        self.themes.choices = [SelectChoice(theme.id, theme.label) for theme in known_themes]
        self.submission.data = self.submission.data or new_token()

    def validate_themes(self, field: Any) -> None:
        """Ask for one to three themes at the field."""
        if not field.data:
            raise ValidationError(_("Kies ten minste één thema. Zo vinden anderen uw ervaring terug."))
        if len(field.data) > MOST_THEMES:
            raise ValidationError(_("Kies hoogstens drie thema’s. Haal er een of meer weg."))

    def draft(self) -> ExperienceDraft:
        """Return what was written, once the form is valid."""
        return ExperienceDraft(
            title=self.title.data,
            body=self.body.data,
            theme_ids=tuple(self.themes.data),
            is_open_to_contact=self.is_open_to_contact.data,
            submission=self.submission.data,
            version=self.version.data or 0,
        )


def values_of(experience: Experience) -> dict[str, Any]:
    """Return what the form holds when something is opened to be changed."""
    return {
        "title": experience.title,
        "body": experience.body,
        "themes": [theme.id for theme in experience.themes],
        "is_open_to_contact": experience.is_open_to_contact,
        "version": experience.version,
    }
