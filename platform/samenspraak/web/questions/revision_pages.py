"""What the pages on changing a text and on its versions show."""

import dataclasses
import datetime as dt

from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.revisions import Version
from samenspraak.questions.sides import Band
from samenspraak.web.questions.forms.editing import CompareForm, EditAnswerForm, EditQuestionForm, RestoreForm
from samenspraak.web.questions.merged import Merged, MergedText, MergedValue
from samenspraak.web.questions.pages import OfferedTheme
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class ShownVersion:
    """A version in the list: `by` is empty where its reader may not know who that was; `restore_url` for who may."""

    version: Version
    by: str
    compare_url: str
    restore_url: str


@dataclasses.dataclass(frozen=True)
class ChangedLine:
    """Something beside the text that differs, such as themes or standing: what it was, and what it became."""

    label: str
    old: str
    new: str


@dataclasses.dataclass(frozen=True)
class Comparison:
    """Two versions beside each other; `title` is empty where it did not change."""

    older: str
    newer: str
    title: tuple[Band, ...]
    lines: tuple[ChangedLine, ...]
    body: tuple[Band, ...]
    basis: tuple[Band, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not (self.title or self.lines or self.body or self.basis)


@dataclasses.dataclass(frozen=True)
class ChangesPage:
    """The versions of a question or an answer, and two of them compared; `back_url` leads to what it says now."""

    title: str
    crumbs: tuple[Crumb, ...]
    versions: tuple[ShownVersion, ...]
    form: CompareForm
    comparison: Comparison | None
    back_url: str


@dataclasses.dataclass(frozen=True)
class RestorePage:
    """Putting a version back: what it would change, and why it is done; `keeps_standing`: of an answer."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: RestoreForm
    comparison: Comparison
    version: Version
    needs_reason: bool
    keeps_standing: bool
    post_url: str
    back_url: str


@dataclasses.dataclass(frozen=True)
class Meanwhile:
    """Who stored another version while someone wrote, and when; `is_self` in another window, or on another device."""

    name: str
    at: dt.datetime
    is_self: bool


@dataclasses.dataclass(frozen=True)
class Clash:
    """That a text was changed while someone changed it too: by whom, and what the fields hold of both."""

    meanwhile: Meanwhile
    merged: tuple[Merged, ...]

    @property
    def conflicts(self) -> int:
        """In how many places one has to choose."""
        of_texts = sum(len(each.merge.conflicts) for each in self.merged if isinstance(each, MergedText))
        return of_texts + sum(isinstance(each, MergedValue) and each.is_conflict for each in self.merged)


@dataclasses.dataclass(frozen=True)
class EditQuestionPage:
    """The form to change a question; with `clash` it holds the merge with what was stored meanwhile."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: EditQuestionForm
    offered: tuple[OfferedTheme, ...]
    question: Question
    first_day: str
    previews: bool = False
    clash: Clash | None = None


@dataclasses.dataclass(frozen=True)
class EditAnswerPage:
    """The form to change an answer; `clash` as for a question, `needs_reason` when it was relied on."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: EditAnswerForm
    question: Question
    answer_id: int
    today: dt.date
    needs_reason: bool
    previews: bool = False
    clash: Clash | None = None
