"""The two Whoosh schemas, and our analysis as their analyzer."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from whoosh.analysis import Analyzer
from whoosh.analysis import Token as WhooshToken
from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, TEXT, Schema

from samenspraak.dutch.analysis import ANALYSIS_VERSION, analyse
from samenspraak.dutch.folding import fold
from samenspraak.dutch.tokens import pieces
from samenspraak.search.document import SECTORS, Document, Kind
from samenspraak.search.settings import RANKING

# Raise when fields or facts change: an index of another version must be rebuilt.
SCHEMA_VERSION = 3
VERSION = f"{SCHEMA_VERSION}.{ANALYSIS_VERSION}"

QUESTION, DISCUSSION, GRAMS, TITLE, PROFILE = "question", "discussion", "grams", "title", "profile"


class DutchAnalyzer(Analyzer):  # type: ignore[misc]
    """`dutch.analyse` in the shape that Whoosh wants; parts of a compound share their word's position."""

    def __call__(self, value: str, positions: bool = False, mode: str = "", **options: Any) -> Iterator[WhooshToken]:  # noqa: ARG002, FBT001, FBT002
        token = WhooshToken(positions, chars=False, removestops=True, mode=mode)
        for found in analyse(value):
            token.text, token.pos, token.stopped, token.boost = found.text, found.position, False, 1.0
            yield token


class GramAnalyzer(Analyzer):  # type: ignore[misc]
    """The character grams of each word between underscores, which survive a slip of the pen."""

    def __call__(self, value: str, positions: bool = False, mode: str = "", **options: Any) -> Iterator[WhooshToken]:  # noqa: ARG002, FBT001, FBT002
        token = WhooshToken(positions, chars=False, removestops=True, mode=mode)
        for position, gram in enumerate(grams(value)):
            token.text, token.pos, token.stopped, token.boost = gram, position, False, 1.0
            yield token


def grams(text: str) -> list[str]:
    """The overlapping grams of `_word_` for every word of a text."""
    found = []
    for piece in pieces(text):
        word = f"_{fold(piece.text)}_"
        last = max(1, len(word) - RANKING.gram_length + 1)
        found += [word[start : start + RANKING.gram_length] for start in range(last)]
    return found


def schema_of(kind: Kind) -> Schema:
    """The fields of one kind. `facts` is a column of JSON that a reader holds in memory; `text` is read per hit."""
    dutch = DutchAnalyzer()
    fields = {"key": ID(unique=True), "facts": COLUMN(VarBytesColumn()), "text": STORED, TITLE: TEXT(dutch)}
    if kind is Kind.EXPERT:
        return Schema(**fields, profile=TEXT(dutch))
    return Schema(**fields, question=TEXT(dutch), discussion=TEXT(dutch), grams=TEXT(GramAnalyzer(), phrase=False))


def row_of(document: Document) -> dict[str, Any]:
    """A document as Whoosh takes it."""
    row = {
        "key": str(document.key),
        "facts": json.dumps(_facts(document), separators=(",", ":")).encode(),
        "text": (document.title, document.body, document.discussion),
        TITLE: document.title,
    }
    if document.kind is Kind.EXPERT:
        return row | {PROFILE: "\n".join((document.body, *document.theme_labels))}
    twice = f"{document.title}\n{document.title}\n{document.body}"  # study: the title counts twice
    once = f"{document.title}\n{document.body}\n{document.discussion}"
    return row | {QUESTION: twice, DISCUSSION: once, GRAMS: twice}


def _facts(document: Document) -> dict[str, Any]:
    return {
        "key": document.key,
        "title": fold(document.title).strip(),
        "version": document.version,
        "audience": document.audience,
        "theme": document.themes,
        "sector": SECTORS.get(document.sector, (document.sector,)),
        "group": document.group,
        "organisation": document.organisation,
        "answered": document.answered,
        "accepted": document.accepted,
        "helpful": document.helpful,
        "date": seconds(document.date),
        "people": [(each.person, seconds(each.at), each.accepted) for each in document.people],
    }


def seconds(moment: datetime | None) -> float | None:
    """A moment as seconds since 1970, the unit of time inside the index."""
    return None if moment is None else moment.timestamp()
