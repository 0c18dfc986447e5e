"""What a mistyped word may have meant: a word of the visible texts, of the thesaurus, or of the Dutch language.

Words that are known, to any of the three, are never corrected.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from wordfreq import top_n_list

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import stem
from samenspraak.dutch.words import frequency
from samenspraak.search.document import Kind
from samenspraak.search.schema import TEXTS
from samenspraak.search.settings import UNDERSTANDING
from samenspraak.search.spelling import Near, Speller
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.view import View


class Corrector:
    """Corrects words for one reader, so many in all: the rest is left as it is."""

    def __init__(self, views: Mapping[Kind, View], thesaurus: Thesaurus) -> None:
        self._views = views
        self._thesaurus = thesaurus
        self._left = UNDERSTANDING.most_corrected

    def is_known(self, token: Token) -> bool:
        """Whether a word is right as it is."""
        return self._is_in_dictionaries(token) or self.is_met(token.text)

    def is_met(self, term: str) -> bool:
        """Whether any visible text holds a term."""
        return self.count(term) > 0

    def count(self, term: str) -> int:
        """How many visible texts hold a term."""
        return sum(max(len(view.documents(name, term)) for name in TEXTS[kind]) for kind, view in self._views.items())

    def meant(self, token: Token) -> str | None:
        """The word that was most likely meant by an unknown one, as people write it; None when nothing is near."""
        return None if self.is_known(token) else self._nearest(token)

    def more_common(self, token: Token) -> str | None:
        """The word that was most likely meant by one that others wrote as well, if more texts have it."""
        if self._is_in_dictionaries(token):
            return None
        found = self._nearest(token)
        return found if found and self.count(stem(found)) > self.count(token.text) else None

    def _nearest(self, token: Token) -> str | None:
        if not self._left:
            return None
        self._left -= 1
        near = sorted(self._near(token), key=lambda found: (found[0].sound, found[0].letters, -found[1]))
        written = (self._written(each.word, at) for each, _, at in near)
        return next((word for word in written if word and stem(word) != token.text), None)

    def _is_in_dictionaries(self, token: Token) -> bool:
        return token.text in self._thesaurus.words or frequency(fold(token.surface)) >= UNDERSTANDING.known

    def _near(self, token: Token) -> Iterator[tuple[Near, float, str]]:
        """Words that could be meant, with how common they are and where they stand."""
        for kind, view in self._views.items():
            for name in TEXTS[kind]:
                yield from ((each, frequency(each.word), kind.value) for each in view.near(name, token.text))
        for each in self._thesaurus.speller.near(token.text):
            yield each, frequency(each.word), "thesaurus"
        for each in _dutch().near(fold(token.surface)):
            term = stem(spelled()[each.word])
            if self.is_met(term) or term in self._thesaurus.words:
                yield each, frequency(each.word), "dutch"

    def _written(self, word: str, at: str) -> str | None:
        if at == "dutch":
            return spelled()[word]
        if at == "thesaurus":
            return self._thesaurus.words[word]
        return self._as_in_texts(word, Kind(at))

    def _as_in_texts(self, term: str, kind: Kind) -> str | None:
        """How the newest visible texts write a term; None when it is only part of longer words there."""
        view = self._views[kind]
        numbers = {number for name in TEXTS[kind] for number in view.documents(name, term)[-UNDERSTANDING.texts :]}
        texts = (" ".join(view.text(int(number))) for number in sorted(numbers))
        surfaces = Counter(_surfaces(texts, term))
        return surfaces.most_common(1)[0][0] if surfaces else None


def _surfaces(texts: Iterable[str], term: str) -> Iterator[str]:
    for text in texts:
        for token in analyse(text[: UNDERSTANDING.read]):
            if token.text == term and not token.extra:
                yield token.surface.lower() if token.surface.istitle() else token.surface


@lru_cache(maxsize=1)
def spelled() -> dict[str, str]:
    """The most common Dutch words by how they are folded."""
    words = top_n_list("nl", UNDERSTANDING.dictionary, wordlist="large")
    return {fold(word): word for word in reversed(words) if word.isalpha()}


@lru_cache(maxsize=1)
def _dutch() -> Speller:
    return Speller(spelled())
