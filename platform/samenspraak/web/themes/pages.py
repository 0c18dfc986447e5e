"""What the pages on themes show."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from samenspraak.knowledge.queries.listing import ArticleRow
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Experience
from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.questions.queries.on_theme import GoodAnswer, ThemeTally
from samenspraak.themes.models import Theme, ThemeGroup
from samenspraak.themes.words import Term, ThemeWords
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged
from samenspraak.web.themes.forms import ListForm, RemovalForm, TermForm, ThemeForm
from samenspraak.web.themes.merging import Taken
from samenspraak.web.themes.trial import Trial


@dataclasses.dataclass(frozen=True)
class ListedTheme:
    """A theme in the list: how much there is on it for the reader, and whether they follow it."""

    theme: Theme
    tally: ThemeTally
    is_followed: bool


@dataclasses.dataclass(frozen=True)
class ListedGroup:
    """A group of themes; without a group: what stands in none."""

    group: ThemeGroup | None
    themes: Sequence[ListedTheme]


@dataclasses.dataclass(frozen=True)
class ThemesPage:
    """All themes, by group."""

    title: str
    crumbs: tuple[Crumb, ...]
    groups: Sequence[ListedGroup]


@dataclasses.dataclass(frozen=True)
class ListedExpert:
    """An expert on a theme, and how many of their answers on it were accepted, that the reader may see."""

    profile: ExpertProfile
    accepted: int


@dataclasses.dataclass(frozen=True)
class ThemePage:
    """A theme, and what there is on it for its reader. Experts and experiences are for who is signed in."""

    title: str
    crumbs: tuple[Crumb, ...]
    theme: Theme
    names: Sequence[str]
    old_names: Sequence[str]
    questions: Sequence[QuestionRow]
    open_questions: int
    answers: Sequence[GoodAnswer]
    articles: Sequence[ArticleRow]
    today: dt.date
    experts: Sequence[ListedExpert]
    more_experts: int
    experiences: Sequence[Experience]
    is_followed: bool
    alike: Sequence[tuple[str, str]]
    """The other themes of its group: words and address."""


@dataclasses.dataclass(frozen=True)
class TermsPage:
    """The words of the thesaurus."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: ListForm
    chips: tuple[tuple[str, str], ...]
    paged: Paged[Term]


@dataclasses.dataclass(frozen=True)
class TermPage:
    """A word as a form; `trial` is a search with it, `taken` what another changed meanwhile (None: nobody did)."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: TermForm
    term_id: int | None
    url: str
    trial: Trial | None
    taken: Sequence[Taken] | None


@dataclasses.dataclass(frozen=True)
class RemovalPage:
    """Taking a word out."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: RemovalForm
    term: Term


@dataclasses.dataclass(frozen=True)
class EditThemePage:
    """What a theme is called, as a form; `trial` and `taken` as with a word."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: ThemeForm
    theme: ThemeWords | None
    url: str
    trial: Trial | None
    taken: Sequence[Taken] | None
