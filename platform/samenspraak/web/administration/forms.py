"""Forms of the administration."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    EmailField,
    Form,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import NumberRange, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from samenspraak.people.actions.accounts import NewAccount
from samenspraak.people.actions.organisations import OrganisationDraft
from samenspraak.people.actions.roles import NewRole
from samenspraak.people.addresses import LONGEST_ADDRESS, is_address
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Region, Role, Sector
from samenspraak.people.models.organisation import Organisation
from samenspraak.themes.models import Theme
from samenspraak.web.shell.fields import at_most, clean, needed, options
from samenspraak.web.shell.guarding import GuardedForm

LONGEST_NAME = 200
LONGEST_REASON = 300
LONGEST_LIST = 4000


class OrganisationFiltersForm(Form):
    """Filters of the organisations; the names of its fields stand in the address."""

    zoek = StringField(_("Naam of code"), [at_most(LONGEST_NAME)], filters=[clean])
    soort = SelectField(_("Soort"), choices=lambda: options(OrganisationKind, _("Alle soorten")))
    sector = SelectField(_("Sector"), choices=lambda: options(Sector, _("Alle sectoren")))
    provincie = SelectField(_("Provincie"), choices=[])


class AccountFiltersForm(Form):
    """Filters of the accounts; the names of its fields stand in the address."""

    zoek = StringField(_("Naam of e-mailadres"), [at_most(LONGEST_NAME)], filters=[clean])
    rol = SelectField(_("Rol"), choices=lambda: options(Role, _("Alle rollen")))
    stand = SelectField(
        _("Account"),
        choices=[
            SelectChoice("", _("Open en gesloten")),
            SelectChoice("open", _("Alleen open")),
            SelectChoice("gesloten", _("Alleen gesloten")),
            SelectChoice("bevestigen", _("Nog te bevestigen")),
        ],
    )


class OrganisationForm(GuardedForm):
    """An organisation."""

    kind = SelectField(_("Soort"), choices=lambda: options(OrganisationKind))
    name = StringField(_("Naam"), [at_most(LONGEST_NAME)], filters=[clean])
    code = StringField(_("Code"), [at_most(20)], filters=[clean])
    sector = SelectField(_("Sector"), choices=lambda: options(Sector, _("Geen")))
    province = StringField(_("Provincie"), [at_most(60)], filters=[clean])
    municipalities = TextAreaField(_("Gemeenten"), [at_most(LONGEST_LIST)], filters=[clean])
    holiday_region = SelectField(
        _("Regio van de schoolvakanties"),
        choices=lambda: options(Region, _("Volgens de grootste gemeente")),
        default="",
    )
    is_active = BooleanField(_("Er kunnen mensen bij horen"), default=True)

    def draft(self) -> OrganisationDraft:
        """Return what was filled in."""
        return OrganisationDraft(
            kind=OrganisationKind(self.kind.data),
            name=self.name.data,
            code=self.code.data,
            sector=Sector(self.sector.data) if self.sector.data else None,
            province=self.province.data,
            municipalities=tuple(dict.fromkeys(filter(None, map(str.strip, self.municipalities.data.splitlines())))),
            holiday_region=Region(self.holiday_region.data) if self.holiday_region.data else None,
            is_active=self.is_active.data,
        )


class PersonForm(GuardedForm):
    """Name and address of a person."""

    name = StringField(_("Naam"), [needed(_("Vul een naam in.")), at_most(LONGEST_NAME)], filters=[clean])
    email = EmailField(
        _("E-mailadres"), [needed(_("Vul een e-mailadres in.")), at_most(LONGEST_ADDRESS)], filters=[clean]
    )

    def validate_email(self, field: EmailField) -> None:
        """Say at once, with all else that is wrong, what an address looks like."""
        if field.data and not is_address(field.data):
            raise ValidationError(_("Vul een e-mailadres in, zoals naam@school.nl."))


class CloseForm(GuardedForm):
    """Why an account is closed."""

    reason = StringField(
        _("Waarom sluit u dit account?"),
        [needed(_("Schrijf waarom u dit account sluit.")), at_most(LONGEST_REASON)],
        filters=[clean],
    )


class RoleForm(FlaskForm):
    """A role in an organisation, and for an expert the group."""

    organisation = SelectField(
        _("Organisatie"),
        [NumberRange(1, message=_("Kies een organisatie uit de lijst."))],
        coerce=int,
        choices=[],
        invalid_value_message=_("Kies een organisatie uit de lijst."),
        invalid_choice_message=_("Kies een organisatie uit de lijst."),
    )
    role = SelectField(_("Rol"), choices=lambda: options(Role))
    group = SelectField(_("Spreekt namens"), choices=lambda: options(ExpertGroup, _("Niet van toepassing")))

    def offer(self, organisations: Iterable[Organisation]) -> None:
        """Let one of these organisations be chosen."""
        choices = [SelectChoice(each.id, each.title) for each in organisations]
        self.organisation.choices = [SelectChoice(0, _("Kies een organisatie")), *choices]

    def new_role(self) -> NewRole:
        """Return what was filled in."""
        group = ExpertGroup(self.group.data) if self.group.data else None
        return NewRole(self.organisation.data, Role(self.role.data), group)


class InviteForm(PersonForm, RoleForm):
    """Someone to invite."""

    def invitation(self) -> NewAccount:
        """Return what was filled in."""
        new = self.new_role()
        return NewAccount(self.name.data, self.email.data, new.organisation_id, new.role, new.group)


class PaceForm(FlaskForm):
    """For which themes Samenspraak invites several experts at once."""

    themes = SelectMultipleField(
        _("Meer deskundigen tegelijk"),
        coerce=int,
        choices=[],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        invalid_value_message=_("Kies thema’s uit de lijst."),
        invalid_choice_message=_("Kies thema’s uit de lijst."),
    )

    def offer(self, themes: Iterable[Theme]) -> None:
        """Let these themes be chosen."""
        self.themes.choices = [SelectChoice(each.id, each.label) for each in themes]


def organisation_values(organisation: Organisation) -> dict[str, Any]:
    """Return an organisation as the values that its form begins with."""
    return {
        "kind": organisation.kind.value,
        "name": organisation.name,
        "code": organisation.code or "",
        "sector": organisation.sector.value if organisation.sector else "",
        "province": organisation.province,
        "municipalities": "\n".join(organisation.municipalities),
        "holiday_region": organisation.holiday_region.value if organisation.holiday_region else "",
        "is_active": organisation.is_active,
    }
