"""The last word of a text that is being typed: what it may become, going by the titles that the reader may see."""

import re
from collections.abc import Mapping

from samenspraak.dutch.analysis import analyse
from samenspraak.dutch.folding import fold
from samenspraak.search.settings import RANKING
from samenspraak.search.view import View

_LAST_WORD = re.compile(r"\w+\Z")


def with_endings(view: View, terms: Mapping[str, float], text: str) -> dict[str, float]:
    """The terms, and with less weight those of the commonest words that begin like the last one of the text."""
    last = _LAST_WORD.search(text)
    prefix = fold(last[0]) if last else ""
    if len(prefix) < RANKING.shortest_unfinished:
        return dict(terms)
    common = sorted(view.words_like(prefix).items(), key=lambda word: (-word[1], word[0]))[: RANKING.endings]
    added = dict.fromkeys((token.text for word, _ in common for token in analyse(word)), RANKING.unfinished)
    return {**added, **terms}
