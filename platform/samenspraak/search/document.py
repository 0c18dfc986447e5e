"""What is indexed of a question, an expert, an experience, a source or an article, and for whom it may be found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

SECTORS = {"both": ("po", "vo")}
"""A sector that is found as each of several."""


EVERYONE = "everyone"
SIGNED_IN = "signed-in"
"""The audience tokens that rooms share: of every reader, and of every reader with an account."""


class Kind(StrEnum):
    """The kinds of things that are found."""

    QUESTION = "question"
    EXPERT = "expert"
    EXPERIENCE = "experience"
    """Something that a partnership worked out."""
    SOURCE = "source"
    """An article of a statute, a letter, a document."""
    ARTICLE = "article"
    """What moderators made of what was answered."""


DATED = frozenset({Kind.QUESTION, Kind.EXPERIENCE, Kind.ARTICLE})
"""The kinds that a reader looks for by date."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """That an expert answered a question; `at` is None when unknown."""

    person: int
    at: datetime | None = None
    accepted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing to find. For an expert `key` is the person, `title` the name and `body` headline and expertise.
    For an experience `discussion` says which partnership it is of.

    Who holds one of the `audience` tokens may find it. A document replaces an older `version` of itself only.
    `helpful` is the number of votes for its answers.
    """

    kind: Kind
    key: int
    title: str
    audience: tuple[str, ...]
    body: str = ""
    discussion: str = ""
    themes: tuple[str, ...] = ()
    theme_labels: tuple[str, ...] = ()
    sector: str = ""
    people: tuple[Contribution, ...] = ()
    group: str = ""
    organisation: int | None = None
    answered: bool = False
    accepted: bool = False
    helpful: int = 0
    date: datetime | None = None
    version: int = 0
