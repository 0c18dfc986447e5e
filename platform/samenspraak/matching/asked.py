"""The words of a question as its asker wrote them, and the words of the thesaurus that they stand for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.search.thesaurus import Phrase, Thesaurus, whole_words

_LONGEST_PHRASE = 6


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question. `whole` is its own term; `terms` holds those of its parts too."""

    written: str
    whole: str
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class AskedPhrase:
    """A term of the thesaurus or the name of a theme, and what the asker wrote for it: `is_own`, the term itself."""

    written: str
    phrase: Phrase
    is_own: bool


@dataclass(frozen=True)
class Asked:
    """A question by its words: for each index term the word that was written for it, and the terms of the field."""

    words: Mapping[str, AskedWord] = field(default_factory=dict)
    phrases: tuple[AskedPhrase, ...] = ()


def read_question(text: str, thesaurus: Thesaurus) -> Asked:
    """Return a question by its words; where several words have a term, the one that has it whole."""
    tokens = analyse(text)
    words: dict[str, AskedWord] = {}
    for word in _words_of(tokens):
        for term in word.terms:
            if term not in words or term == word.whole != words[term].whole:
                words[term] = word
    return Asked(words, tuple(dict.fromkeys(_phrases(text, tokens, thesaurus))))


def _words_of(tokens: Sequence[Token]) -> Iterator[AskedWord]:
    groups: dict[tuple[int, int], list[Token]] = {}
    for token in tokens:
        groups.setdefault((token.start, token.end), []).append(token)
    for group in groups.values():
        if not group[0].extra:
            yield AskedWord(group[0].surface, group[0].text, frozenset(token.text for token in group))


def _phrases(text: str, tokens: Sequence[Token], thesaurus: Thesaurus) -> Iterator[AskedPhrase]:
    words = whole_words(tokens)

    def written(place: range) -> str:
        return text[words[place[0]].start : words[place[-1]].end]

    texts = tuple(word.text for word in words)
    named = [place for place, _slug in thesaurus.themes_in(texts)]
    for place in [*named, *_known(texts, thesaurus)]:
        yield AskedPhrase(written(place), texts[place[0] : place[-1] + 1], is_own=True)
    for place, phrase in thesaurus.expand(tokens):
        yield AskedPhrase(written(place), phrase, is_own=False)


def _known(words: Phrase, thesaurus: Thesaurus) -> Iterator[range]:
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST_PHRASE) + 1):
            if words[start:end] in thesaurus.expansions:
                yield range(start, end)
