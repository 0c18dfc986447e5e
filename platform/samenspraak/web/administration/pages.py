"""What the pages of the administration show."""

import dataclasses

from samenspraak.notifications.models import Mail
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.web.administration.forms import (
    AccountFiltersForm,
    CloseForm,
    InviteForm,
    OrganisationFiltersForm,
    OrganisationForm,
    PersonForm,
    RoleForm,
)
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged


@dataclasses.dataclass(frozen=True)
class OrganisationsPage:
    """The organisations, as far as the filters let through."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: OrganisationFiltersForm
    chips: tuple[tuple[str, str], ...]
    paged: Paged[Organisation]


@dataclasses.dataclass(frozen=True)
class OrganisationPage:
    """Adding or changing an organisation."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: OrganisationForm


@dataclasses.dataclass(frozen=True)
class AccountsPage:
    """The accounts, as far as the filters let through."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: AccountFiltersForm
    chips: tuple[tuple[str, str], ...]
    paged: Paged[Person]


@dataclasses.dataclass(frozen=True)
class InvitePage:
    """Inviting someone."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: InviteForm


@dataclasses.dataclass(frozen=True)
class AccountPage:
    """One account, with its forms."""

    title: str
    crumbs: tuple[Crumb, ...]
    person: Person
    person_form: PersonForm
    role_form: RoleForm
    close_form: CloseForm
    has_profile: bool
    is_own: bool


@dataclasses.dataclass(frozen=True)
class MailsPage:
    """Mails that were refused, or of which nobody knows whether they arrived."""

    title: str
    crumbs: tuple[Crumb, ...]
    paged: Paged[Mail]
