"""The dictionary form and the stem of one word.

Chosen by measurement (bench/README.md): simplemma's lemma, then Snowball's older Dutch
(Porter) stemmer merges most and confuses few; the newer Snowball `dutch` merges `gedrag` with `drag`.
"""

import re
from functools import lru_cache

from simplemma import lemmatize
from snowballstemmer.dutch_porter_stemmer import DutchPorterStemmer

from samenspraak.dutch.folding import fold
from samenspraak.dutch.words import frequency

# Lemmas in which the dictionary picks the wrong word for this field: "ouder" is a parent here, not "older"; "kinder"
# only exists inside a compound, and kinderopvang is not about a child.
_CORRECTED = {
    "ouder": "ouder",
    "ouders": "ouder",
    "schorsen": "schorsen",
    "las": "lezen",
    "weten": "weten",
    "beleiden": "beleiden",
    "kinder": "kinder",
}
# Stems by which two unrelated words would meet; the verb keeps its ending.
_KEPT = frozenset({"weten", "beleiden", "ouder", "kinder"})
_PREFIX = "aan|achter|af|bij|binnen|door|in|mee|na|om|onder|op|over|tegen|terug|toe|uit|vast|voor|weg"
_SEPARATED = re.compile(rf"({_PREFIX})(ge\w{{4,}})")
_SHARPENED = re.compile(r"(?<=ij|ei|ui|eu|oe|aa|ie)z$")
_MIN_VERB_ZIPF = 2.0
_stemmer = DutchPorterStemmer()


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The dictionary form of a word, in lower case; a word that is in no dictionary comes back as it is."""
    lower = word.lower()
    if lower in _CORRECTED:
        return _CORRECTED[lower]
    found = str(lemmatize(lower, "nl")).lower()
    if found == lower and (split := _SEPARATED.fullmatch(lower)):
        return split[1] + lemma(split[2])
    return _CORRECTED.get(found, found)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form under which all inflections of a word are indexed, folded."""
    base = fold(_verb_of(lemma(word)))
    if base in _KEPT or not base.isalpha():
        return base
    stemmed = str(_stemmer.stemWord(base))
    stemmed = _SHARPENED.sub("s", stemmed)
    return stemmed[:-1] + "f" if len(stemmed) > 3 and stemmed.endswith("v") else stemmed


def _verb_of(word: str) -> str:
    """The verb behind a noun on -ing (schorsing: schorsen), when there is one."""
    if len(word) < 7 or not word.endswith("ing"):
        return word
    verb = word[:-3] + "en"
    return verb if frequency(verb) >= _MIN_VERB_ZIPF else word
