"""What the pages on questions that ask the same show."""

import dataclasses
from collections.abc import Sequence

from samenspraak.questions.anonymity import ShownAsker, gives_asker_away
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.likely import LikelyPart
from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.questions.queries.merges import OftenAsked
from samenspraak.questions.queries.threads import Thread
from samenspraak.web.merges.forms import FindForm, MergeForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class Preview:
    """What will happen: how much stays with the source, and who goes along. `obstacle` says why it cannot be."""

    target: QuestionRow
    answers: int
    followers: int
    invitations: int
    is_moved: bool
    obstacle: str = ""


@dataclasses.dataclass(frozen=True)
class MergePage:
    """Choosing what a question is a duplicate of, with what will happen then."""

    title: str
    crumbs: tuple[Crumb, ...]
    question: Question
    find: FindForm
    found: Sequence[QuestionRow]
    is_asked: bool
    form: MergeForm
    preview: Preview | None


@dataclasses.dataclass(frozen=True)
class OriginalPage:
    """A question that went into another, as it was, with all that stands under it; to read only.

    `target` is None for who may not see it.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    question: Question
    asker: ShownAsker
    thread: Thread
    merge: QuestionMerge
    by: str
    target: tuple[int, str] | None

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts on the page, in which sources may be cited."""
        return (self.question.body, *(placed.answer.body for placed in self.thread.answers))

    def hides(self, said: Answer | Comment) -> bool:
        """Say whether the name under something would tell this reader who asked anonymously."""
        return not self.asker.is_known and gives_asker_away(self.question, said)


@dataclasses.dataclass(frozen=True)
class LikelyPage:
    """Pairs that probably ask the same, None while the index cannot be read; and what is asked most often."""

    title: str
    crumbs: tuple[Crumb, ...]
    part: LikelyPart | None
    often: Sequence[OftenAsked]
    here: str
    next_url: str | None
    first_url: str | None
