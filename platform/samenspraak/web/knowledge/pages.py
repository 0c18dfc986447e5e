"""What the pages on articles show."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from samenspraak.knowledge.models.article import Article, ArticleAuthor, ArticleRevision
from samenspraak.knowledge.models.reading import ArticleReview
from samenspraak.knowledge.queries.articles import ArticleLink
from samenspraak.knowledge.queries.listing import ArticleRow
from samenspraak.knowledge.queries.remarks import Helpfulness, OpenRemark
from samenspraak.knowledge.texts import ArticleText
from samenspraak.questions.sides import Band
from samenspraak.web.knowledge.forms import (
    ArticleForm,
    DecideForm,
    FilterForm,
    RemarkForm,
    RenewForm,
    RestoreForm,
    RetireForm,
    SubmitForm,
)
from samenspraak.web.shell.listing import Listed
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class ListPage:
    """The articles; `to_review`, `due` and `remarks` are how many wait for a moderator."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: FilterForm
    chips: tuple[tuple[str, str], ...]
    listed: Listed[ArticleRow]
    today: dt.date
    to_review: int = 0
    due: int = 0
    remarks: int = 0


@dataclasses.dataclass(frozen=True)
class Work:
    """What moderators see beside a text: where it stands, and what they may do."""

    is_newest: bool
    """Whether the page shows the newest text; else what readers have, while there is a newer one."""
    is_unpublished: bool
    review: ArticleReview | None
    last_review: ArticleReview | None
    may_decide: bool
    needs_confirmation: bool
    submit_form: SubmitForm
    decide_form: DecideForm
    first_day: str
    renew_form: RenewForm
    remarks: Sequence[OpenRemark]


@dataclasses.dataclass(frozen=True)
class ArticlePage:
    """An article as its reader has it; `work` is for moderators, `remark_form` for who is signed in."""

    title: str
    crumbs: tuple[Crumb, ...]
    article: Article
    revision: ArticleRevision
    text: ArticleText
    authors: Sequence[ArticleAuthor]
    origin: tuple[int, str] | None
    is_due: bool
    helpfulness: Helpfulness
    remark_form: RemarkForm | None
    successor: ArticleLink | None
    work: Work | None

    @property
    def failed(self) -> DecideForm | SubmitForm | RenewForm | RemarkForm | None:
        """The form on the page that was refused, if one was."""
        forms = (self.work.submit_form, self.work.decide_form, self.work.renew_form) if self.work else ()
        return next((form for form in (*forms, self.remark_form) if form and form.errors), None)


@dataclasses.dataclass(frozen=True)
class GonePage:
    """That an article no longer holds."""

    title: str
    crumbs: tuple[Crumb, ...]
    article: Article


@dataclasses.dataclass(frozen=True)
class Meanwhile:
    """That another stored a text while this form was open: who, when, and in how many places one has to choose."""

    name: str
    at: dt.datetime
    conflicts: int


@dataclasses.dataclass(frozen=True)
class EditPage:
    """The form of an article; `look_at` is the number of the section that a button was pressed for."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: ArticleForm
    url: str
    back_url: str
    first_day: str
    is_new: bool = False
    is_public: bool = False
    look_at: int | None = None
    previews: bool = False
    meanwhile: Meanwhile | None = None


@dataclasses.dataclass(frozen=True)
class ShownRevision:
    """A revision in the list, with the addresses of what can be done with it, where anything can."""

    revision: ArticleRevision
    is_newest: bool
    is_published: bool
    compare_url: str
    restore_url: str


@dataclasses.dataclass(frozen=True)
class Comparison:
    """Two revisions beside each other."""

    older: ArticleRevision
    newer: ArticleRevision
    title: tuple[Band, ...]
    body: tuple[Band, ...]


@dataclasses.dataclass(frozen=True)
class HistoryPage:
    """All revisions of an article, and two of them beside each other."""

    title: str
    crumbs: tuple[Crumb, ...]
    article: Article
    revisions: Sequence[ShownRevision]
    comparison: Comparison | None
    reviews: Sequence[ArticleReview]


@dataclasses.dataclass(frozen=True)
class RestorePage:
    """Putting a revision back."""

    title: str
    crumbs: tuple[Crumb, ...]
    article: Article
    form: RestoreForm
    comparison: Comparison
    number: int


@dataclasses.dataclass(frozen=True)
class RetirePage:
    """Taking an article out of use."""

    title: str
    crumbs: tuple[Crumb, ...]
    article: Article
    form: RetireForm


@dataclasses.dataclass(frozen=True)
class RemarksPage:
    """The remarks that wait for a moderator."""

    title: str
    crumbs: tuple[Crumb, ...]
    remarks: Sequence[OpenRemark]
