"""What a short query looks for, word by word: the word, its parts, synonyms, spellings, neighbours written as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import stem
from samenspraak.dutch.words import frequency
from samenspraak.search.settings import RANKING
from samenspraak.search.thesaurus import Phrase, Thesaurus, whole_words

Near = Callable[[str], Sequence[str]]
_KNOWN_ZIPF = 3.0
_MOST_JOINED = 3


@dataclass
class Word:
    """One word of a query: phrases that may stand for it, each with a boost. All terms of a phrase must be present."""

    surface: str
    term: str
    phrases: dict[Phrase, float] = field(default_factory=dict)
    themes: dict[str, float] = field(default_factory=dict)

    def offer(self, phrase: Phrase, boost: float) -> None:
        """Add a way to meet this word, unless a better one is there."""
        self.phrases[phrase] = max(boost, self.phrases.get(phrase, 0.0))


def wanted_words(text: str, thesaurus: Thesaurus, is_known: Callable[[str], bool], near: Near) -> list[Word]:
    """The words of a query with all that may stand for them; `is_known` and `near` ask the index's vocabulary."""
    tokens = analyse(text)
    whole = whole_words(tokens)
    words = [Word(token.surface, token.text, {(token.text,): 1.0}) for token in whole]
    for word, token in zip(words, whole, strict=True):
        for part in _parts(token, tokens):
            word.offer((part,), RANKING.part)
        if not is_known(token.text) and frequency(fold(token.surface)) < _KNOWN_ZIPF:
            for other in near(token.text)[:2]:
                _offer_with_synonyms([word], other, RANKING.correction, thesaurus)
    _offer_synonyms(words, tokens, thesaurus)
    _offer_joined(words, whole, thesaurus)
    return words


def _offer_synonyms(words: Sequence[Word], tokens: Sequence[Token], thesaurus: Thesaurus) -> None:
    for places, phrase in thesaurus.expand(tokens):
        for place in places:
            words[place].offer(phrase, RANKING.expansion)
    for places, slug in thesaurus.themes_in(tuple(word.term for word in words)):
        for place in places:
            words[place].themes[slug] = RANKING.theme


def _offer_with_synonyms(words: Sequence[Word], term: str, boost: float, thesaurus: Thesaurus) -> None:
    """Let a term that was not typed like this stand for words, and what means the same for less."""
    for word in words:
        word.offer((term,), boost)
        for phrase in thesaurus.expansions.get((term,), ()):
            word.offer(phrase, boost * RANKING.expansion)
        for _, slug in thesaurus.themes_in((term,)):
            word.themes[slug] = boost * RANKING.theme


def _parts(token: Token, tokens: Sequence[Token]) -> list[str]:
    return [other.text for other in tokens if other.extra and (other.start, other.end) == (token.start, token.end)]


def _offer_joined(words: list[Word], tokens: Sequence[Token], thesaurus: Thesaurus) -> None:
    """`weerstands vermogen` also looks for weerstandsvermogen."""
    for count in range(2, _MOST_JOINED + 1):
        for start in range(len(tokens) - count + 1):
            run = tokens[start : start + count]
            if all(token.surface.isalpha() for token in run):
                joined = stem("".join(fold(token.surface) for token in run))
                _offer_with_synonyms(words[start : start + count], joined, RANKING.join, thesaurus)
