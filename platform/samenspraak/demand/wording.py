"""What is kept of the words of a search: nothing by which a pupil, or whoever searched, could be recognised.

A word is kept when the thesaurus has it, or the Dutch dictionary, or when it is a compound of such words. All others
(names, places, slips of the keyboard) become an ellipsis, and so do common first names that are words too. Numbers
stay while all digits together are no date, postcode or telephone number.
"""

import dataclasses
import re
from collections.abc import Iterator
from functools import lru_cache

import simplemma

from samenspraak.dutch.compounds import split_compound
from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import stem
from samenspraak.privacy.wordlists import word_set
from samenspraak.search.query import Query
from samenspraak.search.thesaurus import Thesaurus

ELLIPSIS = "…"
LONGEST = 200
MOST_DIGITS = 3
_EDGES = re.compile(r"^[^\w@]+|[^\w@]+$")
_BETWEEN = re.compile(r"\W+")


@dataclasses.dataclass(frozen=True)
class _Sieve:
    """What may pass: the words of the subject, and numbers or not."""

    subject: frozenset[str]
    passes_numbers: bool


def keep_words(query: Query, thesaurus: Thesaurus) -> str:
    """Return what may be kept of a query, in lower case and in a fixed order: words, phrases, choices, exclusions."""
    has_number = sum(letter.isdigit() for letter in query.text) > MOST_DIGITS
    sieve = _Sieve(_words_of(thesaurus), passes_numbers=not has_number)
    return _within_bounds(" ".join(_parts(query, sieve)))


def _parts(query: Query, sieve: _Sieve) -> Iterator[str]:
    yield from (_kept(word, sieve) for word in query.words)
    yield from (f'"{_kept(phrase, sieve)}"' for phrase in query.phrases)
    for group in query.either:
        chosen = [_kept(part.value, sieve) for part in group if part.field is None]
        yield " OR ".join(dict.fromkeys(chosen))
    yield from (f"-{_kept(words, sieve)}" for words in query.without)
    if query.experts:
        yield f"deskundige:{ELLIPSIS}"


def _kept(words: str, sieve: _Sieve) -> str:
    return _joined(" ".join(_word(piece, sieve) for piece in words.split()))


def _word(piece: str, sieve: _Sieve) -> str:
    word = fold(_EDGES.sub("", piece))
    if "@" in word or any(letter.isdigit() for letter in word):
        return word if sieve.passes_numbers and "@" not in word else ELLIPSIS
    return word if all(_is_known(part, sieve) for part in _BETWEEN.split(word)) else ELLIPSIS


def _is_known(word: str, sieve: _Sieve) -> bool:
    if stem(word) in sieve.subject:
        return True
    if word in word_set("first_names"):
        return False
    parts = split_compound(word)
    return _is_dutch(word) or (len(parts) > 1 and all(_is_dutch(part) for part in parts))


def _words_of(thesaurus: Thesaurus) -> frozenset[str]:
    phrases = (*thesaurus.expansions, *(name for theme in thesaurus.themes for name in theme.names))
    return frozenset(word for phrase in phrases for word in phrase)


@lru_cache(maxsize=20_000)
def _is_dutch(word: str) -> bool:
    return bool(simplemma.is_known(word, "nl"))


def _joined(words: str) -> str:
    """Make one ellipsis of several beside each other."""
    return " ".join(re.sub(rf"{ELLIPSIS}(?: {ELLIPSIS})+", ELLIPSIS, words).split())


def _within_bounds(words: str) -> str:
    words = _joined(words)
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " " + ELLIPSIS
