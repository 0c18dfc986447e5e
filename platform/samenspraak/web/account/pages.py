"""What the pages about one's own account show."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from samenspraak.people.models.account import Person
from samenspraak.web.account.forms import ChangeForm, ForgotForm, OpenForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class Place:
    """A browser in which one is logged in."""

    handle: str
    browser: str
    since: dt.datetime
    is_this: bool


@dataclasses.dataclass(frozen=True)
class AccountPage:
    """Who one is here, where one is logged in, and how one likes to see it."""

    title: str
    crumbs: tuple[Crumb, ...]
    person: Person
    places: Sequence[Place]
    has_profile: bool


@dataclasses.dataclass(frozen=True)
class ForgotPage:
    """Asking for a link to a new password."""

    title: str
    form: ForgotForm
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class OpenPage:
    """Choosing a password with a link; `person` is whose it is."""

    title: str
    form: OpenForm
    person: Person
    is_new: bool
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class GonePage:
    """A link that works no more."""

    title: str
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class ChangePage:
    """Changing one's own password."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: ChangeForm
    email: str
