"""What the pages on standing show."""

import dataclasses
from collections.abc import Sequence

from samenspraak.people.models.expert import ThemeSpokesperson
from samenspraak.questions.queries.held import HeldAnswer
from samenspraak.themes.models import Theme
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged
from samenspraak.web.standings.forms import SpokespersonForm


@dataclasses.dataclass(frozen=True)
class SpokespeoplePage:
    """Who was named, theme by theme, the themes that nobody was named for, and the form to name someone."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: SpokespersonForm
    named: Sequence[tuple[Theme, ThemeSpokesperson]]
    without: Sequence[Theme]


@dataclasses.dataclass(frozen=True)
class HeldPage:
    """The answers that are held, the longest first."""

    title: str
    crumbs: tuple[Crumb, ...]
    paged: Paged[HeldAnswer]
