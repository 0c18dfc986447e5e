"""A query as clauses: what should, and what must, be met."""

from collections.abc import Iterable
from dataclasses import dataclass

from samenspraak.search.query import Part, Query
from samenspraak.search.wanted import Reading, Word


@dataclass(frozen=True)
class Clause:
    """Words of which the best counts. When it is required, one of them, or of `fields`, must be met."""

    words: tuple[Word, ...]
    is_required: bool = False
    fields: tuple[Part, ...] = ()


def clauses_of(query: Query, reading: Reading) -> list[Clause]:
    """The clauses of a query: loose words should be met, phrases and choices must."""
    loose = [Clause((word,)) for word in reading.words(" ".join(query.words))]
    phrases = [Clause((reading.exact(phrase),), is_required=True) for phrase in query.phrases]
    return [*loose, *phrases, *(_choice(group, reading) for group in query.either)]


def all_words(clauses: Iterable[Clause]) -> list[Word]:
    """The words of all clauses."""
    return [word for clause in clauses for word in clause.words]


def _choice(group: Iterable[Part], reading: Reading) -> Clause:
    parts = list(group)
    words = tuple(_alternative(part.value, reading) for part in parts if part.field is None)
    return Clause(words, is_required=True, fields=tuple(part for part in parts if part.field is not None))


def _alternative(text: str, reading: Reading) -> Word:
    words = reading.words(text)
    return words[0] if len(words) == 1 else reading.exact(text)
