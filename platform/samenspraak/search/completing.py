"""What a user may be typing: words, themes, titles and names that begin like it."""

from dataclasses import dataclass
from enum import StrEnum


class CompletionKind(StrEnum):
    """What a completion leads to."""

    QUESTION = "question"
    EXPERT = "expert"
    THEME = "theme"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on: a question or expert by `key`, a theme by `slug`; for a word, `text` is the whole query."""

    kind: CompletionKind
    text: str
    key: int | None = None
    slug: str | None = None
