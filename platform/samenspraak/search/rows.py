"""A document as it is written to the index: analysed once, its terms counted for each field."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.dutch.folding import fold
from samenspraak.search.document import SECTORS, Document, Kind
from samenspraak.search.schema import DISCUSSION, GRAMS, PROFILE, QUESTION, TITLE, count_grams, seconds

Indexed: TypeAlias = tuple[dict[str, Any], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Row:
    """By field how often each term is in a document, or where it stands."""

    key: int
    facts: bytes
    text: tuple[str, str, str]
    counts: Mapping[str, Mapping[str, int]]
    places: Mapping[str, Mapping[str, Sequence[int]]]


def row_of(document: Document) -> Row:
    """All that is indexed of a document."""
    indexed = _BY_KIND.get(document.kind, _of_question)(document)
    return Row(document.key, facts_of(document), text_of(document), *indexed)


def text_of(document: Document) -> tuple[str, str, str]:
    """Title, body and discussion, for showing hits."""
    return document.title, document.body, document.discussion


def facts_of(document: Document) -> bytes:
    """What a reader holds in memory of a document, as JSON."""
    facts = {
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
    return json.dumps(facts, separators=(",", ":")).encode()


def _of_question(document: Document) -> Indexed:
    """`question` has the title twice and the body, `discussion` the title, the body and what followed, once (study)."""
    asked = f"{document.title}\n{document.body}"
    tokens = analyse(f"{asked}\n{document.discussion}")
    title = [token for token in tokens if token.start < len(document.title)]
    question = Counter(token.text for token in tokens if token.start < len(asked))
    question.update(token.text for token in title)
    letters = count_grams(asked)
    letters.update(count_grams(document.title))
    return {QUESTION: question, GRAMS: letters}, {TITLE: _places(title), DISCUSSION: _places(tokens)}


def _of_expert(document: Document) -> Indexed:
    profile = "\n".join((document.body, *document.theme_labels))
    return {}, {TITLE: _places(analyse(document.title)), PROFILE: _places(analyse(profile))}


def _of_source(document: Document) -> Indexed:
    tokens = analyse(f"{document.title}\n{document.body}")
    title = [token for token in tokens if token.start < len(document.title)]
    return {}, {TITLE: _places(title), DISCUSSION: _places(tokens)}


_BY_KIND: Mapping[Kind, Callable[[Document], Indexed]] = MappingProxyType(
    {Kind.EXPERT: _of_expert, Kind.SOURCE: _of_source}
)


def _places(tokens: Iterable[Token]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for token in tokens:
        found.setdefault(token.text, []).append(token.position)
    return found
