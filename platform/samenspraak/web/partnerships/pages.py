"""What the pages about partnerships show."""

import dataclasses
from collections.abc import Sequence

from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.people.queries.partnerships import PartnershipRow
from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.web.partnerships.forms import ExperienceForm, ListForm
from samenspraak.web.shell.listing import Listed
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class ListPage:
    """The partnerships, as far as the filters let through; `own` are those that the reader coordinates."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: ListForm
    chips: tuple[tuple[str, str], ...]
    listed: Listed[PartnershipRow]
    own: Sequence[Organisation]


@dataclasses.dataclass(frozen=True)
class PartnershipPage:
    """One partnership: what it worked out, and what it asked openly. `may_meet`: the reader may propose to talk."""

    title: str
    crumbs: tuple[Crumb, ...]
    partnership: Organisation
    experiences: Sequence[Experience]
    questions: Sequence[QuestionRow]
    is_own: bool
    may_remove: bool
    may_meet: bool
    is_followed: bool
    theme_urls: dict[str, str]


@dataclasses.dataclass(frozen=True)
class ExperiencePage:
    """Writing what was worked out; `stored` is what a colleague made of it meanwhile."""

    title: str
    crumbs: tuple[Crumb, ...]
    partnership: Organisation
    form: ExperienceForm
    url: str
    preview: str = ""
    stored: Experience | None = None
