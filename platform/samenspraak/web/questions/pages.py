"""What each page on questions shows."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from samenspraak.questions.anonymity import ShownAsker, gives_asker_away
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import QuestionRow, ThemeCount
from samenspraak.questions.queries.revisions import Revision
from samenspraak.questions.queries.similar import AlikeQuestion
from samenspraak.questions.queries.threads import Thread
from samenspraak.web.questions.forms.asking import QuestionForm
from samenspraak.web.questions.forms.filtering import FilterForm
from samenspraak.web.questions.forms.replying import AnswerForm, AnswerTextForm, CommentForm
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged


@dataclasses.dataclass(frozen=True)
class ListPage:
    """Questions in rows, with filters; `chips` are (word, address without it), `discussed` the busiest themes."""

    title: str
    form: FilterForm
    chips: tuple[tuple[str, str], ...]
    paged: Paged[QuestionRow]
    discussed: tuple[ThemeCount, ...]
    is_filtered: bool
    crumbs: tuple[Crumb, ...]


@dataclasses.dataclass(frozen=True)
class OfferedTheme:
    """A theme to tick, and why: `named` are the words of the text that name it; both are empty for a chosen one."""

    id: int
    label: str
    named: str = ""
    is_of_alike: bool = False


@dataclasses.dataclass(frozen=True)
class AskPage:
    """The form for a new question; `offered` are the themes to tick, `confirms` asks to look at what is alike first.

    `same` is among `alike` and asks all but the same.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    form: QuestionForm
    offered: tuple[OfferedTheme, ...]
    alike: tuple[AlikeQuestion, ...]
    first_day: str
    same: AlikeQuestion | None
    previews: bool = False
    confirms: bool = False


@dataclasses.dataclass(frozen=True)
class EditQuestionPage:
    """The form to change a question; `stored` is the question as it is now, when it changed meanwhile."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: QuestionForm
    offered: tuple[OfferedTheme, ...]
    question: Question
    first_day: str
    previews: bool = False
    stored: Question | None = None


@dataclasses.dataclass(frozen=True)
class EditAnswerPage:
    """The form to change an answer; `stored` is its text as it is now, when it changed meanwhile."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: AnswerTextForm
    question: Question
    answer_id: int
    previews: bool = False
    stored: str | None = None


@dataclasses.dataclass(frozen=True)
class CourseEntry:
    """One line of the course of a question; `kind` as the timeline knows it."""

    at: dt.datetime
    text: str
    kind: str = ""


@dataclasses.dataclass(frozen=True)
class QuestionPage:
    """A question and all that stands under it, with what its reader may do.

    `same` is a question that asks all but the same, told to who asked and to moderators.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    question: Question
    asker: ShownAsker
    thread: Thread
    course: tuple[CourseEntry, ...]
    alike: tuple[AlikeQuestion, ...]
    same: AlikeQuestion | None
    may_edit: bool
    may_accept: bool
    may_comment: bool
    may_invite: bool
    answer_form: AnswerForm | None
    comment_forms: Mapping[int | None, CommentForm]
    failed: AnswerForm | CommentForm | None = None
    previews: bool = False

    def hides(self, said: Answer | Comment) -> bool:
        """Whether the name under an answer or a comment would tell this reader who asked."""
        return not self.asker.is_known and gives_asker_away(self.question, said)

    def is_open(self, form: CommentForm) -> bool:
        """Whether a form for a comment is shown unfolded: it was sent, and something is wrong with it."""
        return form is self.failed


@dataclasses.dataclass(frozen=True)
class ChangesPage:
    """What a question or an answer said before; `back_url` leads to what it says now."""

    title: str
    crumbs: tuple[Crumb, ...]
    revisions: tuple[Revision, ...]
    back_url: str
