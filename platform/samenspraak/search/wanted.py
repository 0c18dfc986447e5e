"""What a query looks for, word by word: the word, its parts, synonyms, spellings, neighbours written as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import stem
from samenspraak.search.request import Expansion
from samenspraak.search.settings import RANKING, UNDERSTANDING
from samenspraak.search.thesaurus import Phrase, Thesaurus, whole_words

_MOST_JOINED = 3

Correct = Callable[[Token], str | None]
"""Gives the word that was meant by one that is not known; None when a word is right, or nothing is near."""


@dataclass
class Word:
    """One word of a query, and phrases that may stand for it, each with a boost. A phrase has all its terms.

    `added` are those phrases that are no spelling of the word itself, and `through` those by which a theme counts. An
    `exact` text must stand there as it is.
    """

    surface: str
    token: Token | None = None
    phrases: dict[Phrase, float] = field(default_factory=dict)
    themes: dict[str, float] = field(default_factory=dict)
    added: dict[Phrase, Expansion] = field(default_factory=dict)
    through: dict[str, Phrase] = field(default_factory=dict)
    meant: str | None = None
    exact: str | None = None

    def offer(self, phrase: Phrase, boost: float, added: Expansion | None = None) -> None:
        """Add a way to meet this word, unless a better one is there."""
        if added and phrase not in self.phrases:
            self.added[phrase] = added
        self.phrases[phrase] = max(boost, self.phrases.get(phrase, 0.0))

    def name(self, theme: str, boost: float, through: Phrase | None = None) -> None:
        """Count the documents on a theme as if they held this word, perhaps through a phrase that was added."""
        if through and theme not in self.themes:
            self.through[theme] = through
        self.themes[theme] = max(boost, self.themes.get(theme, 0.0))


@dataclass(frozen=True)
class Reading:
    """How words are read: with which expansions, and with which corrections."""

    thesaurus: Thesaurus
    correct: Correct
    leave_out: frozenset[str] = frozenset()

    def words(self, text: str) -> list[Word]:
        """The words of a text, with all that may stand for them."""
        tokens = analyse(text)
        whole = whole_words(tokens)
        words = [Word(token.surface, token, {(token.text,): 1.0}) for token in whole]
        for word, token in zip(words, whole, strict=True):
            for part in _parts(token, tokens):
                word.offer((part,), RANKING.part)
        self._expand(words, tokens)
        self._join(words, whole)
        for word, token in zip(words, whole, strict=True):
            word.meant = self.correct(token)
            if word.meant:
                self._offer_other([word], word.meant, RANKING.correction)
        return words

    def exact(self, text: str) -> Word:
        """Words that must stand as they are."""
        terms = tuple(token.text for token in whole_words(analyse(text)))
        return Word(text, phrases={terms: 1.0} if terms else {}, exact=text)

    def _expand(self, words: Sequence[Word], tokens: Sequence[Token]) -> None:
        for places, phrase in self.thesaurus.expand(tokens):
            of = " ".join(words[place].surface for place in places)
            for place in places:
                self._add(words[place], phrase, RANKING.expansion, of)
        terms = tuple(token.text for token in whole_words(tokens))
        for places, slug in self.thesaurus.themes_in(terms):
            for place in places:
                words[place].name(slug, RANKING.theme)
        if len(terms) <= UNDERSTANDING.short:
            self._say_in_terms(words, terms)

    def _say_in_terms(self, words: Sequence[Word], typed: Phrase) -> None:
        """Everyday words also look for the terms of the field that they most likely mean, and for their themes."""
        for places, phrase in self.thesaurus.meant_by(typed):
            of = " ".join(words[place].surface for place in places)
            for place in places:
                if self._add(words[place], phrase, RANKING.expansion, of):
                    for slug in self.thesaurus.themes_called(phrase):
                        words[place].name(slug, RANKING.expansion, phrase)

    def _add(self, word: Word, phrase: Phrase, boost: float, of: str) -> bool:
        """Offer an expansion, unless it was left out."""
        written = self.thesaurus.written.get(phrase, " ".join(phrase))
        if written in self.leave_out:
            return False
        word.offer(phrase, boost, Expansion(written, of))
        return True

    def _join(self, words: Sequence[Word], tokens: Sequence[Token]) -> None:
        """`weerstands vermogen` also looks for weerstandsvermogen."""
        for count in range(2, _MOST_JOINED + 1):
            for start in range(len(tokens) - count + 1):
                run = tokens[start : start + count]
                if all(token.surface.isalpha() for token in run):
                    joined = "".join(fold(token.surface) for token in run)
                    self._offer_other(words[start : start + count], joined, RANKING.join)

    def _offer_other(self, words: Sequence[Word], surface: str, boost: float) -> None:
        """Let a word that was not typed like this stand for words, and what means the same for less."""
        term = (stem(surface),)
        for word in words:
            word.offer(term, boost)
            for phrase in self.thesaurus.expansions.get(term, ()):
                self._add(word, phrase, boost * RANKING.expansion, surface)
            for _, slug in self.thesaurus.themes_in(term):
                word.name(slug, boost * RANKING.theme)


def _parts(token: Token, tokens: Sequence[Token]) -> list[str]:
    return [other.text for other in tokens if other.extra and (other.start, other.end) == (token.start, token.end)]
