"""What a search tells of how it read the query: what it searched for as well, and what may have been meant."""

import re
from collections.abc import Iterable, Sequence

from samenspraak.dutch.analysis import Token
from samenspraak.dutch.lemmas import stem
from samenspraak.search.clauses import Clause, all_words
from samenspraak.search.correcting import Corrector
from samenspraak.search.query import Query
from samenspraak.search.relevance import Relevance
from samenspraak.search.request import Correction, Expansion
from samenspraak.search.settings import UNDERSTANDING


def expansions(clauses: Iterable[Clause], scored: Sequence[Relevance]) -> tuple[Expansion, ...]:
    """The expansions that met a visible document, those that met most first, each once."""
    met: dict[str, tuple[int, Expansion]] = {}
    for word in all_words(clauses):
        for phrase, expansion in word.added.items():
            count = sum(each.met.get(phrase, 0) for each in scored)
            if count and expansion.written not in met:
                met[expansion.written] = (count, expansion)
    return tuple(expansion for _, expansion in sorted(met.values(), key=lambda found: -found[0]))


def corrections(clauses: Iterable[Clause], scored: Sequence[Relevance]) -> tuple[Correction, ...]:
    """The words that were searched for in the place of unknown ones, when they met a visible document."""
    corrected = [(word.surface, word.meant) for word in all_words(clauses) if word.meant]
    found = [Correction(*pair) for pair in corrected if any(each.met.get((stem(pair[1]),)) for each in scored)]
    return tuple(dict.fromkeys(found))


def suggestion(query: Query, clauses: Iterable[Clause], corrector: Corrector, total: int) -> str | None:
    """The query with unknown words spelled in another way, and rare ones too when it found little; None if in order."""
    text = query.text
    for word in all_words(clauses):
        meant = word.meant or (_meant(word.token, corrector, total) if word.token else None)
        if meant and corrector.is_met(stem(meant)):
            text = _respelled(text, word.surface, meant)
    return text if text != query.text else None


def _meant(token: Token, corrector: Corrector, total: int) -> str | None:
    return corrector.more_common(token) if total <= UNDERSTANDING.few else corrector.meant(token)


def _respelled(text: str, typed: str, meant: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", lambda _: meant, text)
