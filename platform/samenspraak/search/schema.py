"""The Whoosh schemas, and the character grams that one field holds."""

import re
from collections import Counter
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType

from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, TEXT, Schema

from samenspraak.dutch.folding import fold
from samenspraak.search.document import Kind
from samenspraak.search.settings import RANKING

QUESTION, DISCUSSION, GRAMS, TITLE, PROFILE = "question", "discussion", "grams", "title", "profile"
TEXTS = MappingProxyType(
    {
        Kind.QUESTION: (DISCUSSION,),
        Kind.EXPERT: (TITLE, PROFILE),
        Kind.EXPERIENCE: (DISCUSSION,),
        Kind.SOURCE: (DISCUSSION,),
        Kind.ARTICLE: (DISCUSSION,),
    }
)
"""The fields in which all words of a kind stand."""
_WORD = re.compile(r"\w+")


def schema_of(kind: Kind) -> Schema:
    """The fields of one kind; an experience and an article have those of a question, a source what it is searched by.

    `facts` is a column of JSON that a reader holds in memory; `text` is read per hit. Whoosh analyses nothing: `rows`
    gives it the terms. Phrases can be looked for where positions are kept.
    """
    fields = {"key": ID(unique=True), "facts": COLUMN(VarBytesColumn()), "text": STORED, TITLE: TEXT()}
    if kind is Kind.EXPERT:
        return Schema(**fields, profile=TEXT())
    if kind is Kind.SOURCE:
        return Schema(**fields, discussion=TEXT())
    return Schema(**fields, question=TEXT(phrase=False), discussion=TEXT(), grams=TEXT(phrase=False))


def grams(text: str) -> list[str]:
    """The overlapping grams of `_word_` for every word of a text, which survive a slip of the pen."""
    return [gram for word in _WORD.findall(fold(text)) for gram in _grams_of(word)]


def count_grams(text: str) -> Counter[str]:
    """How often each gram is in a text."""
    found: Counter[str] = Counter()
    for word, count in Counter(_WORD.findall(fold(text))).items():
        for gram in _grams_of(word):
            found[gram] += count
    return found


@lru_cache(maxsize=65536)
def _grams_of(word: str) -> tuple[str, ...]:
    bordered = f"_{word}_"
    last = max(1, len(bordered) - RANKING.gram_length + 1)
    return tuple(bordered[start : start + RANKING.gram_length] for start in range(last))


def seconds(moment: datetime | None) -> float | None:
    """A moment as seconds since 1970, the unit of time inside the index."""
    return None if moment is None else moment.timestamp()
