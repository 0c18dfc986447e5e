"""A text with the names and the words of birth in it, and what stands next to what."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from samenspraak.privacy.names import Name
from samenspraak.privacy.readings import Reading
from samenspraak.privacy.wordlists import alternation

_BIRTH_WORD = re.compile(rf"(?<![^\W_])(?=\w){alternation('birth_words')}(?![^\W\d_])", re.IGNORECASE)
_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class BirthContext:
    """The text, its names and its birth words, both in order."""

    text: str
    names: list[Name]
    words: list[re.Match[str]]

    def names_before(self, place: int, most: int) -> list[Name]:
        """The last names that end before a place, nearest first."""
        last = bisect_right(self.names, place, key=_END)
        return self.names[max(0, last - most) : last][::-1]

    def name_from(self, place: int) -> Name | None:
        """The first name that begins at a place or later."""
        here = bisect_left(self.names, place, key=_START)
        return self.names[here] if here < len(self.names) else None

    def word_before(self, place: int) -> re.Match[str] | None:
        """The last birth word that ends before a place."""
        last = bisect_right(self.words, place, key=re.Match.end) - 1
        return self.words[last] if last >= 0 else None

    def word_from(self, place: int) -> re.Match[str] | None:
        """The first birth word that begins at a place or later."""
        here = bisect_left(self.words, place, key=re.Match.start)
        return self.words[here] if here < len(self.words) else None


def birth_context(reading: Reading) -> BirthContext:
    """The context of a text, with likely capitals; offsets are those of the text."""
    return BirthContext(reading.plain, reading.names, list(_BIRTH_WORD.finditer(reading.plain)))
