"""Words that mean the same in this field: abbreviations, synonyms, and the names of themes.

The content stands in the themes room; a search is given it as a value. An expansion adds words to a query, at less
weight. Everyday words ("geld") work one way, and in short searches only: in a question they stand for themselves. Old
terms ("rugzak") lead to what they are called now, everywhere; who asks for that is not led to the old ones.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.search.spelling import Speller

# Abbreviations that in lower case are other words or syllables: expanded only when written in capitals.
AMBIGUOUS = frozenset({"OP", "SO", "PO", "HB", "IB", "AB", "ED", "LZ", "BRON", "BIO", "ZAT"})

_REMARK = re.compile(r"\((?:oud|cluster \d)\)|^(?:nu|voorheen|opgevolgd door)\s", re.IGNORECASE)
_LONGEST = 6

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class ThemeWords:
    """The names by which a theme is recognised in a text."""

    slug: str
    names: tuple[Phrase, ...]
    label: str = ""


@dataclass(frozen=True)
class Thesaurus:
    """For a phrase of analysed words, the phrases that mean the same. Build it with `thesaurus_from`."""

    expansions: Mapping[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)
    capitals_only: frozenset[Phrase] = frozenset()
    themes: tuple[ThemeWords, ...] = ()
    written: Mapping[Phrase, str] = field(default_factory=dict)
    everyday: Mapping[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)

    def expand(self, tokens: Sequence[Token]) -> list[tuple[range, Phrase]]:
        """The phrases to add to a text, each with the indexes into the words of the text that it stands for."""
        words = whole_words(tokens)
        return [
            (place, other)
            for place, phrase in _runs(tuple(word.text for word in words))
            if phrase not in self.capitals_only or self._is_abbreviated(words[place.start].surface, phrase)
            for other in self.expansions.get(phrase, ())
        ]

    def _is_abbreviated(self, surface: str, phrase: Phrase) -> bool:
        return surface.isupper() or surface == self.written.get(phrase)

    def meant_by(self, words: Phrase) -> list[tuple[range, Phrase]]:
        """The terms of the field that everyday words of a search most likely mean, as `expand` gives phrases."""
        return [(place, term) for place, phrase in _runs(words) for term in self.everyday.get(phrase, ())]

    def also(self, text: str) -> tuple[str, ...]:
        """What is searched for beside the words of a text, as people write it."""
        return tuple(dict.fromkeys(chain.from_iterable(self.also_for_each(text).values())))

    def also_for_each(self, text: str) -> dict[str, tuple[str, ...]]:
        """The same for each of the words that have such, as they were typed."""
        tokens = analyse(text)
        whole = whole_words(tokens)
        typed = tuple(token.text for token in whole)
        added: dict[str, dict[str, None]] = {}
        for place, phrase in (*self.expand(tokens), *self.meant_by(typed)):
            if not set(typed).issuperset(phrase) and phrase in self.written:
                words = " ".join(whole[at].surface for at in place)
                added.setdefault(words, {})[self.written[phrase]] = None
        return {words: tuple(others) for words, others in added.items()}

    def themes_in(self, words: Phrase) -> list[tuple[range, str]]:
        """The themes that are named in a text, each with the indexes of the words that name it."""
        return [(place, slug) for place, phrase in _runs(words) for slug in self._slugs.get(phrase, ())]

    def themes_called(self, name: Phrase) -> Sequence[str]:
        """The themes that have this name."""
        return self._slugs.get(name, ())

    @cached_property
    def _slugs(self) -> dict[Phrase, list[str]]:
        found: dict[Phrase, list[str]] = {}
        for theme in self.themes:
            for name in theme.names:
                found.setdefault(name, []).append(theme.slug)
        return found

    @cached_property
    def speller(self) -> Speller:
        """Looks up the words that it knows for who mistypes one."""
        return Speller(self.words)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Every word that it knows, as it stands in the index, with how people write it."""
        found: dict[str, str] = {}
        for text in self.written.values():
            for token in whole_words(analyse(text)):
                found.setdefault(token.text, token.surface)
        return found


def _runs(words: Phrase) -> Iterator[tuple[range, Phrase]]:
    """The neighbouring words of a text that may be a phrase, with their indexes."""
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            yield range(start, end), words[start:end]


def whole_words(tokens: Iterable[Token]) -> list[Token]:
    """The tokens of the words themselves, without the parts of compounds."""
    return [token for token in tokens if not token.extra]


def phrase_of(text: str) -> Phrase:
    """A text as the words that stand in the index for it."""
    return tuple(token.text for token in whole_words(analyse(_without_remark(text))))


def _without_remark(text: str) -> str:
    return _REMARK.sub("", text).strip()


def thesaurus_from(
    synonyms: Mapping[str, Any], themes: Iterable[Mapping[str, Any]] = (), ambiguous: frozenset[str] = AMBIGUOUS
) -> Thesaurus:
    """A thesaurus from plain values, in the form of `themes/content/synonyms.json` and `themes.json`."""
    expansions: dict[Phrase, dict[Phrase, None]] = {}
    capitals: set[Phrase] = set()
    written: dict[Phrase, str] = {}

    def phrase(text: str) -> Phrase:
        found = phrase_of(text)
        written.setdefault(found, _without_remark(text))
        return found

    for entry in synonyms.get("abbreviations", ()):
        short = phrase_of(entry["abbr"].upper())
        written.setdefault(short, entry["abbr"])
        _relate(expansions, short, [phrase(text) for text in entry["expansions"]])
        if entry["abbr"] in ambiguous:
            capitals.add(short)
    for entry in synonyms.get("synonyms", ()):
        _relate(expansions, phrase(entry["term"]), [phrase(text) for text in entry["synonyms"]])
    for entry in synonyms.get("old", ()):
        _lead(expansions, phrase(entry["word"]), [phrase(text) for text in entry["terms"]])
    everyday = {
        phrase(entry["word"]): tuple(phrase(text) for text in entry["terms"]) for entry in synonyms.get("everyday", ())
    }
    theme_words = tuple(
        ThemeWords(
            entry["slug"],
            tuple(filter(None, map(phrase, (entry["label"], *entry.get("synonyms", ()), entry["slug"])))),
            entry["label"],
        )
        for entry in themes
    )
    related = {key: tuple(found) for key, found in expansions.items()}
    return Thesaurus(related, frozenset(capitals), theme_words, written, everyday)


def _relate(expansions: dict[Phrase, dict[Phrase, None]], term: Phrase, others: Iterable[Phrase]) -> None:
    """Both ways between a term and each of its synonyms, and not among the synonyms, which differ more."""
    for other in others:
        _lead(expansions, term, [other])
        _lead(expansions, other, [term])


def _lead(expansions: dict[Phrase, dict[Phrase, None]], term: Phrase, others: Iterable[Phrase]) -> None:
    for other in others:
        if term and other and term != other:
            expansions.setdefault(term, {})[other] = None
