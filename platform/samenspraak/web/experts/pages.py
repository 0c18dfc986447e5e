"""What the pages about experts show."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from samenspraak.matching.subjects import OwnRefusal
from samenspraak.people.models.expert import AwayPeriod, DeclaredTie, ExpertProfile
from samenspraak.people.queries.substitutes import StoodInFor
from samenspraak.questions.queries.answered_themes import AnsweredTheme
from samenspraak.questions.queries.contributions import Contributions
from samenspraak.questions.queries.endorsements import Endorsement
from samenspraak.questions.queries.impact import UseCounts
from samenspraak.routing.figures import Figures
from samenspraak.web.experts.availability import Availability
from samenspraak.web.experts.forms import AwayForm, DirectoryForm, ProfileForm, TieForm
from samenspraak.web.shell.listing import Listed
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
    listed: Listed[ExpertRow]
    export_url: str


@dataclasses.dataclass(frozen=True)
class OwnSide:
    """What an expert sees beside their own profile: what to add to it, and for whom they stand in."""

    suggested: Sequence[AnsweredTheme]
    stands_in: Sequence[StoodInFor]
    refused: int


@dataclasses.dataclass(frozen=True)
class ProfilePage:
    """One expert; `own` is what only the expert sees, `unconfirmed_since` what moderators see too."""

    title: str
    crumbs: tuple[Crumb, ...]
    profile: ExpertProfile
    availability: Availability
    coming: Sequence[AwayPeriod]
    contributions: Contributions
    like_minded: Sequence[ExpertProfile]
    endorsements: Sequence[Endorsement]
    may_edit: bool
    is_followed: bool | None
    """Whether the reader follows this expert; None for the expert."""
    may_read_ties: bool
    unconfirmed_since: dt.datetime | None
    own: OwnSide | None


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
    names: Sequence[str]
    period_id: int | None = None


@dataclasses.dataclass(frozen=True)
class TiesPage:
    """The ties that an expert declared; the form is shown only to the expert."""

    title: str
    crumbs: tuple[Crumb, ...]
    person_id: int
    ties: Sequence[DeclaredTie]
    form: TieForm
    may_declare: bool


@dataclasses.dataclass(frozen=True)
class OfferedTheme:
    """A theme of one's profile, and how many questions on it one called "niet mijn vak"."""

    slug: str
    label: str
    number: int


@dataclasses.dataclass(frozen=True)
class RefusedPage:
    """What an expert called "niet mijn vak", and the themes that they may want to drop."""

    title: str
    crumbs: tuple[Crumb, ...]
    person_id: int
    refused: Sequence[OwnRefusal]
    offered: Sequence[OfferedTheme]


@dataclasses.dataclass(frozen=True)
class FiguresPage:
    """An expert's own figures, the latest half year first; `uses` is what askers said of the answers."""

    title: str
    crumbs: tuple[Crumb, ...]
    person_id: int
    figures: Sequence[Figures]
    uses: UseCounts


@dataclasses.dataclass(frozen=True)
class UnconfirmedPage:
    """Profiles that nobody confirmed for long."""

    title: str
    crumbs: tuple[Crumb, ...]
    paged: Paged[ExpertProfile]
