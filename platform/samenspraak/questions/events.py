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
    asks_asker: bool = False
    """One waits for what the asker says to it; of that waiting the asker hears, and not of the comment as well."""


@dataclasses.dataclass(frozen=True)
class TextRevised(Event):
    """A version of a question (`answer_id` is None) or of an answer was replaced by another; small edits are none."""

    question_id: int
    answer_id: int | None
    by_id: int


@dataclasses.dataclass(frozen=True)
class AcceptanceWithdrawn(Event):
    """An answer is no longer accepted: its acceptance was taken back, or the answer is held."""

    question_id: int
    answer_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class QuestionClosed(Event):
    """A question was closed: it takes no new answers."""

    question_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class QuestionReopened(Event):
    """A question that was closed takes answers again."""

    question_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class AnswerHeld(Event):
    """A moderator holds an answer: for others than those concerned it does not exist."""

    question_id: int
    answer_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class AnswerReleased(Event):
    """An answer that was held stands for everyone again."""

    question_id: int
    answer_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class AskedToSign(Event):
    """An author asked someone to sign an answer too."""

    question_id: int
    answer_id: int
    person_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class AnswerSigned(Event):
    """Someone who was asked to signs an answer too."""

    question_id: int
    answer_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class ImpactAsked(Event):
    """It is time to ask whether an accepted answer was used."""

    question_id: int
    answer_id: int


@dataclasses.dataclass(frozen=True)
class ImpactTold(Event):
    """The asking side said whether an accepted answer was used, for the first time or anew."""

    question_id: int
    answer_id: int
    by_id: int
    used: str


@dataclasses.dataclass(frozen=True)
class QuestionsMerged(Event):
    """A moderator had a question go into another that asks the same."""

    source_id: int
    target_id: int
    merge_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class MergeUndone(Event):
    """A moderator let a question stand by itself again; `target_id` is where it had ended."""

    source_id: int
    target_id: int
    merge_id: int
    by_id: int


@dataclasses.dataclass(frozen=True)
class CitationsTouched(Event):
    """What an answer cites reads otherwise in a newer version of its source."""

    question_id: int
    answer_id: int
    source_id: int
    version_id: int
