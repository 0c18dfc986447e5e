"""A text as the finders read it: with the capitals that it probably should have, and the names in it."""

from dataclasses import dataclass

from samenspraak.privacy.letter_case import with_likely_capitals
from samenspraak.privacy.names import Name, find_names


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as written, as long a text with likely capitals, and the names in that, in order."""

    text: str
    plain: str
    names: list[Name]


def read(text: str) -> Reading:
    """The reading of a text; offsets are the same in both texts."""
    plain = with_likely_capitals(text)
    return Reading(text, plain, find_names(plain))
