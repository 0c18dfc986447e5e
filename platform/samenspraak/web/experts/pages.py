"""What the pages about experts show."""

import dataclasses
from collections.abc import Sequence

from samenspraak.people.models.expert import AwayPeriod, ExpertProfile
from samenspraak.questions.queries.contributions import Contributions
from samenspraak.web.experts.availability import Availability
from samenspraak.web.experts.forms import AwayForm, DirectoryForm, ProfileForm
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged


@dataclasses.dataclass(frozen=True)
class ExpertRow:
    """An expert in a list."""

    profile: ExpertProfile
    availability: Availability


@dataclasses.dataclass(frozen=True)
class DirectoryPage:
    """The experts who are listed, as far as the filters let through."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: DirectoryForm
    chips: tuple[tuple[str, str], ...]
    paged: Paged[ExpertRow]


@dataclasses.dataclass(frozen=True)
class ProfilePage:
    """One expert."""

    title: str
    crumbs: tuple[Crumb, ...]
    profile: ExpertProfile
    availability: Availability
    coming: Sequence[AwayPeriod]
    contributions: Contributions
    like_minded: Sequence[ExpertProfile]
    may_edit: bool


@dataclasses.dataclass(frozen=True)
class EditPage:
    """Editing a profile; `stored` is there when someone else saved it meanwhile."""

    title: str
    crumbs: tuple[Crumb, ...]
    person_id: int
    form: ProfileForm
    preview: str
    stored: ExpertProfile | None = None


@dataclasses.dataclass(frozen=True)
class AwayPage:
    """The days on which an expert is away; `period_id` is the period that is being changed."""

    title: str
    crumbs: tuple[Crumb, ...]
    person_id: int
    form: AwayForm
    periods: Sequence[AwayPeriod]
    period_id: int | None = None
