"""What the pages about sources show."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from samenspraak.questions.queries.citing import CitedIn
from samenspraak.questions.sides import Band
from samenspraak.sources.lettered import Line
from samenspraak.sources.models import Source, SourceVersion
from samenspraak.web.shell.page import Crumb
from samenspraak.web.sources.forms import FilterForm, SourceForm


@dataclasses.dataclass(frozen=True)
class ListPage:
    """The sources of a kind, or all; `to_review` is how many citations wait for a moderator, None for who is none."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: FilterForm
    sources: Sequence[Source]
    may_edit: bool
    to_review: int | None


@dataclasses.dataclass(frozen=True)
class Entry:
    """A line of a table of contents: a chapter (`level` from 1 on), or an article with its address."""

    level: int
    words: str
    url: str


@dataclasses.dataclass(frozen=True)
class ShownVersion:
    """A version of what is shown: its days, its address, and whether it is the one on the page."""

    valid_from: dt.date
    valid_until: dt.date | None
    url: str
    is_shown: bool
    compare_url: str = ""


@dataclasses.dataclass(frozen=True)
class SourcePage:
    """One source: the table of contents of a statute, or the text of a letter."""

    title: str
    crumbs: tuple[Crumb, ...]
    source: Source
    version: SourceVersion
    versions: Sequence[ShownVersion]
    entries: Sequence[Entry]
    text: str
    typed: str
    cited_in: Sequence[CitedIn]
    may_edit: bool


@dataclasses.dataclass(frozen=True)
class ShownParagraph:
    """A paragraph of an article with its anchor, line by line."""

    number: str
    anchor: str
    lines: Sequence[Line]


@dataclasses.dataclass(frozen=True)
class ArticlePage:
    """One article with its paragraphs, its neighbours, its versions and where it is cited."""

    title: str
    crumbs: tuple[Crumb, ...]
    source: Source
    version: SourceVersion
    heading: str
    number: str
    paragraphs: Sequence[ShownParagraph]
    previous: Entry | None
    following: Entry | None
    versions: Sequence[ShownVersion]
    cited_in: Sequence[CitedIn]


@dataclasses.dataclass(frozen=True)
class ComparePage:
    """An article, or a whole letter, in two versions beside each other."""

    title: str
    crumbs: tuple[Crumb, ...]
    before: SourceVersion
    after: SourceVersion
    bands: tuple[Band, ...]
    back_url: str

    @property
    def is_changed(self) -> bool:
        """Whether the two differ."""
        return any(pair.is_changed for band in self.bands for pair in band.pairs)


@dataclasses.dataclass(frozen=True)
class EditPage:
    """Adding or changing a letter or document; `preview` is its text as readers would see it."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: SourceForm
    url: str
    back_url: str
    preview: str
