"""What a user asked for in the search box, as plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Field(StrEnum):
    """What a part of a query may name, beside words; the value is what a user types before the colon."""

    THEME = "thema"
    SECTOR = "sector"
    EXPERT = "deskundige"


class State(StrEnum):
    """How far a question is; the value is what a user types after `is:`."""

    ANSWERED = "beantwoord"
    UNANSWERED = "onbeantwoord"
    ACCEPTED = "geaccepteerd"


class Reason(StrEnum):
    """Why a part of the query was not used."""

    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    NOT_POSSIBLE = "not_possible"
    NO_DATE = "no_date"
    NO_STATE = "no_state"
    NO_CHOICE = "no_choice"
    NOT_IN_CHOICE = "not_in_choice"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of what was typed that does nothing."""

    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to choose or to leave out: words (a phrase when there are several), or what a field holds."""

    value: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for.

    Words are ranked, the more the better; phrases must stand there; of each group in `either` one part must be met;
    the rest filters, dates from `since` on and before `before`. `barred` is `without` for fields.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    experts: tuple[str, ...] = ()
    either: tuple[tuple[Part, ...], ...] = ()
    barred: tuple[Part, ...] = ()
    states: tuple[State, ...] = ()
    since: date | None = None
    before: date | None = None
    ignored: tuple[Ignored, ...] = ()

    @property
    def wanted(self) -> str:
        """All that is searched for, as running text."""
        chosen = (part.value for group in self.either for part in group if part.field is None)
        return " ".join((*self.words, *self.phrases, *chosen))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for that could be answered."""
        filters = (*self.without, *self.themes, *self.sectors, *self.experts, *self.either, *self.barred, *self.states)
        return not (self.wanted or filters or self.since or self.before)
