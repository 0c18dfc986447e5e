"""What each page on questions shows."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from samenspraak.knowledge.queries.listing import ArticleRow
from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import ShownAsker, gives_asker_away
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.citation_reviews import ChangedCitation
from samenspraak.questions.queries.listing import QuestionRow, ThemeCount
from samenspraak.questions.queries.similar import AlikeQuestion
from samenspraak.questions.queries.threads import AnswerInThread, Thread
from samenspraak.questions.rules import is_valid, may_hold
from samenspraak.web.questions.around import Around
from samenspraak.web.questions.beside import Beside
from samenspraak.web.questions.drafting import DraftMarks
from samenspraak.web.questions.forms.filtering import FilterForm
from samenspraak.web.questions.forms.new_question import NewQuestionForm
from samenspraak.web.questions.forms.replying import AnswerForm, CommentForm
from samenspraak.web.questions.weights import signed_by, with_mentions
from samenspraak.web.shell.listing import Listed
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class ListPage:
    """Questions in rows, with filters; `chips` are (word, address without it), `discussed` the busiest themes.

    `follows_theme` says it of the chosen theme; nothing without one, or to a visitor.
    """

    title: str
    form: FilterForm
    chips: tuple[tuple[str, str], ...]
    listed: Listed[QuestionRow]
    discussed: tuple[ThemeCount, ...]
    is_filtered: bool
    export_url: str
    follows_theme: bool | None
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

    `same` is among `alike` and asks all but the same; `articles` say something on it. `draft` marks the form for
    keeping it, `drafts` is how many are kept; `origin` is the question that it follows up, `shown_as` what others see
    of an anonymous asker.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    form: NewQuestionForm
    offered: tuple[OfferedTheme, ...]
    alike: tuple[AlikeQuestion, ...]
    articles: tuple[ArticleRow, ...]
    first_day: str
    same: AlikeQuestion | None
    draft: DraftMarks
    drafts: int
    origin: QuestionRow | None
    shown_as: ShownAsker
    previews: bool = False
    confirms: bool = False


@dataclasses.dataclass(frozen=True)
class CourseEntry:
    """One line of the course of a question; `kind` as the timeline knows it. What comes next may have no day."""

    at: dt.datetime | None
    text: str
    kind: str = ""


@dataclasses.dataclass(frozen=True)
class WaitingForAsker:
    """That the clock stands still, for a reader who may let it go on: who wants to know what."""

    name: str
    words: str


@dataclasses.dataclass(frozen=True)
class AskedOfReader:
    """The invitation of who reads: to decide on while it `waits`, else taken on; without `until` while no time runs."""

    invitation_id: int
    waits: bool
    until: dt.datetime | None


@dataclasses.dataclass(frozen=True)
class QuestionPage:
    """A question and all that stands under it, with what its reader may do.

    `same` is a question that asks all but the same, told to who asked and to moderators. `why_no_position` tells
    someone of the ministry why they cannot state its position here.
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
    may_close: bool
    today: dt.date
    answer_form: AnswerForm | None
    around: Around
    beside: Beside
    why_no_position: str
    comment_forms: Mapping[int | None, CommentForm]
    changed: Mapping[int, Sequence[ChangedCitation]]
    """By answer what it cites that reads otherwise since, and no moderator looked at."""
    waiting: WaitingForAsker | None = None
    may_pause: bool = False
    asked: AskedOfReader | None = None
    failed: AnswerForm | CommentForm | None = None
    previews: bool = False

    def hides(self, said: Answer | Comment) -> bool:
        """Whether the name under an answer or a comment would tell this reader who asked."""
        return not self.asker.is_known and gives_asker_away(self.question, said)

    def signed_by(self, placed: AnswerInThread) -> str:
        """Who signed an answer, in words."""
        return signed_by(placed)

    def with_mentions(self, comment: Comment) -> str:
        """The Markdown of a comment with whom it mentions; profiles are for who is signed in."""
        return with_mentions(comment.body, self.thread.mentions.get(comment.id, ()), with_links=self.may_comment)

    @property
    def texts(self) -> Iterator[str]:
        """All that people wrote on this page, as it is shown."""
        yield self.question.body
        yield str(self.answer_form.body.data or "") if self.previews and self.answer_form else ""
        for placed in self.thread.answers:
            yield from (placed.answer.body, placed.answer.basis, *map(self.with_mentions, placed.comments))
        yield from map(self.with_mentions, self.thread.comments)

    def is_past(self, answer: Answer) -> bool:
        """Whether the last day on which an answer holds is over."""
        return not is_valid(answer.valid_until, self.today)

    def may_hold(self, placed: AnswerInThread, viewer: Viewer) -> bool:
        """Whether someone may hold an answer."""
        return may_hold(viewer, placed.answer.standing, placed.author_ids)

    def is_asked_to_sign(self, placed: AnswerInThread, viewer: Viewer) -> bool:
        """Whether someone was asked to sign an answer and has said neither yes nor no."""
        return any(each.person_id == viewer.person_id and each.is_open for each in placed.co_authors)

    def is_open(self, form: CommentForm) -> bool:
        """Whether a form for a comment is shown unfolded: it was sent, and something is wrong with it."""
        return form is self.failed
