"""The base form and the stem of one word: simplemma's dictionary, mended by rules; bench/README.md has the measures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from samenspraak.dutch.derivation import origin
from samenspraak.dutch.dictionary import entry, is_adjective, is_base, is_infinitive, is_noun
from samenspraak.dutch.folding import fold
from samenspraak.dutch.inflection import by_rule, infinitives, verb_of_participle
from samenspraak.dutch.spelling import closed, opened, without_ending
from samenspraak.dutch.stopwords import STOP_WORDS
from samenspraak.dutch.words import frequency

_CACHED = 65536
# `kinder` exists only in compounds, and kinderopvang is not about one child.
_ONLY_IN_COMPOUNDS = frozenset({"kinder"})
_VERBAL = re.compile(r"aan|achter|af|be|bij|door|er|her|in|mee|na|om|ont|op|over|toe|uit|ver|voor|weg")
# With these a form on -en is more often a participle than a past tense: gevallen, verslagen.
_NEVER_LOOSE = ("ge", "be", "ver", "ont", "her", "er")
# Zipf values apart of two readings of a word that both count.
_NEAR = 1.0


@lru_cache(maxsize=_CACHED)
def lemma(word: str) -> str:
    """The likeliest base form of a word, folded; a word that nothing is known of comes back as it is."""
    folded = fold(word)
    if folded in _ONLY_IN_COMPOUNDS or is_noun(folded):
        return folded
    found = entry(folded)
    if not folded.isalpha():
        return found or folded
    return by_rule(folded) if found is None else _likeliest(folded, found)


@lru_cache(maxsize=_CACHED)
def stem(word: str) -> str:
    """The form under which all inflections of a word are indexed, folded."""
    return _stem_of(lemma(word))


@lru_cache(maxsize=_CACHED)
def other_stems(word: str) -> tuple[str, ...]:
    """The stems of what a word can be as well: `vroeg` may be of vragen, `leden` of lijden."""
    folded = fold(word)
    found = entry(folded)
    if found is None or not folded.isalpha() or (folded.endswith("er") and is_noun(folded)):
        return ()
    known = (_plausible(folded, found), *_rivals(folded, found))
    near = [base for base in known if frequency(base) > frequency(lemma(word)) - _NEAR]
    return tuple(dict.fromkeys(each for each in map(_stem_of, near) if each != stem(word)))


def _likeliest(word: str, found: str) -> str:
    """The best reading of a word for which the dictionary has one."""
    if word.endswith("ende") and is_base(word[:-1]):
        return word[:-1]
    if found == word:
        return verb_of_participle(word) or word
    return max((_plausible(word, found), *_rivals(word, found)), key=frequency)


def _stem_of(base: str) -> str:
    if not base.isalpha() or not (frequency(base) or entry(base)):
        return base
    source = origin(base)
    return without_ending(source, keeps_en=is_noun(source) or is_adjective(source))


def _plausible(word: str, found: str) -> str:
    """The dictionary's base form unless its prefix is not in the word: `gestaan` is of staan, not of afstaan."""
    prefix = _VERBAL.match(found)
    if prefix and not word.startswith(prefix[0]):
        if word.startswith("ge") and is_base(word[2:]):
            return word[2:]
        if not word.startswith("ge") and is_base(bare := found.removeprefix(prefix[0])):
            return bare
    is_longer = len(found) > len(word) + 1
    return word if is_longer and not frequency(found) and frequency(word) else found


def _rivals(word: str, found: str) -> Iterator[str]:
    """What a word may be a form of beside what the dictionary says."""
    if found != word and is_infinitive(word):
        yield word
    if found != word and word.endswith("en") and len(word) > 4:
        yield from filter(is_base, _singulars(word[:-2]) - STOP_WORDS)
    if not word.startswith(_NEVER_LOOSE):
        for plural in (each + "en" for each in opened(word)):
            verb = entry(plural)
            if verb and is_base(verb) and verb.endswith("en") and verb not in {plural, *infinitives(word)}:
                yield verb


def _singulars(before: str) -> set[str]:
    """The nouns that may have a plural on -en after these letters: gevaar, dag, lid."""
    changed = {before[:-2] + "id"} if before.endswith("ed") else set()
    return {closed(before), before} | changed
