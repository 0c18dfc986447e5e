"""What happens to a question."""

import dataclasses

from samenspraak.core.events import Event


@dataclasses.dataclass(frozen=True)
class QuestionAsked(Event):
    """A question was posted."""

    question_id: int


@dataclasses.dataclass(frozen=True)
class QuestionChanged(Event):
    """Something that is found of a question changed: its text, visibility, guests, answers or acceptance."""

    question_id: int


@dataclasses.dataclass(frozen=True)
class AnswerGiven(Event):
    """An answer was posted."""

    question_id: int
    answer_id: int
    author_id: int


@dataclasses.dataclass(frozen=True)
class AnswerAccepted(Event):
    """The asker accepted an answer."""

    question_id: int
    answer_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class CommentPlaced(Event):
    """Someone commented on an answer, or on the question itself."""

    question_id: int
    comment_id: int
    author_id: int


@dataclasses.dataclass(frozen=True)
class TextRevised(Event):
    """A version of a question (`answer_id` is None) or of an answer was replaced by another; small edits are none."""

    question_id: int
    answer_id: int | None
    by_id: int
