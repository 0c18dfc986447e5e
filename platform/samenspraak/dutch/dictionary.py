"""simplemma's dictionary of Dutch forms, read without diacritics and without its marks of separable verbs."""

from collections.abc import Mapping
from functools import lru_cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from samenspraak.dutch.folding import fold
from samenspraak.dutch.spelling import closed
from samenspraak.dutch.words import frequency

# Below this Zipf value a word is too rare to build another word on.
_KNOWN_ZIPF = 2.0
# A noun is used in the plural too: at least this often, and at most this much less than in the singular; the last is
# for a word that the dictionary takes for another word's form.
_USUAL_ZIPF, _SELDOM_PLURAL, _DOUBTED_PLURAL = 3.0, 2.0, 1.0


@lru_cache(maxsize=65536)
def entry(word: str) -> str | None:
    """The base form that the dictionary gives for a folded word, or None; it holds one base form for each word."""
    found = _plain().get(word) or _accented().get(word)
    return fold(found).replace("_", "") if found else None


def is_base(word: str) -> bool:
    """Whether a folded word is a base form that people use; an infinitive may be listed as the plural of a noun."""
    return is_known(word) and (entry(word) == word or is_infinitive(word))


def is_infinitive(word: str) -> bool:
    """Whether a folded word is a verb by its regular forms: plaatsen, of plaatst; schorsen, of geschorst."""
    if not word.endswith("en") or len(word) < 5:
        return False
    stem = closed(word[:-2])
    person = stem if stem.endswith("t") else f"{stem}t"
    return any(entry(form) == word for form in (person, f"ge{stem}t", f"ge{stem}d"))


def is_noun(word: str) -> bool:
    """Whether a word with the ending of a verb or comparative is a noun: jongen (jongens), reden (redenen)."""
    if not word.endswith(("er", "el", "en", "em")):
        return False
    plurals = (word + "s", word + "en") if word.endswith("en") else (word + "s",)
    least = max(_USUAL_ZIPF, frequency(word) - (_SELDOM_PLURAL if entry(word) == word else _DOUBTED_PLURAL))
    return any(entry(plural) == word and frequency(plural) >= least for plural in plurals)


def is_known(word: str) -> bool:
    """Whether a folded word is one that people use."""
    return frequency(word) >= _KNOWN_ZIPF


def is_adjective(word: str) -> bool:
    """Whether a word on -en is an adjective: volwassen, open."""
    return word.endswith("en") and entry(word + "e") is not None and not is_infinitive(word)


@lru_cache(maxsize=1)
def _plain() -> Mapping[str, str]:
    return DefaultDictionaryFactory().get_dictionary("nl")


@lru_cache(maxsize=1)
def _accented() -> dict[str, str]:
    """The words that folding changes: with diacritics, or known with a capital only."""
    plain = _plain()
    return {fold(word): plain[word] for word in plain if not (word.isascii() and word.islower())}
