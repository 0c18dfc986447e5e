"""From a derived word to the word it comes from, where both are about the same: melding, registratie, veiligheid."""

from collections.abc import Iterator

from samenspraak.dutch.dictionary import entry, is_base, is_known
from samenspraak.dutch.spelling import closed
from samenspraak.dutch.stopwords import STOP_WORDS
from samenspraak.dutch.words import frequency

# Nouns of a verb: ending of the noun, of the verb.
_NOUNS_OF_VERBS = (
    ("ing", "en"),
    ("atie", "eren"),
    ("tie", "teren"),
    ("sie", "sieren"),
    ("uctie", "uceren"),
    ("age", "eren"),
    ("e", "eren"),
)
# Zipf value by which a verb may be rarer than its noun: situatie is not of situeren.
_RARER = 2.0
# And a verb that is written like the plural of a noun, by which its other forms may be rarer than the noun: scholing
# (geschoold) is not of the schools.
_RARER_THAN_NOUN = 1.2
# Names for a woman and for anyone who does the same.
_FEMALE = (("fster", "ver"), ("ster", "er"), ("ares", "aar"), ("trice", "teur"))


def origin(base: str) -> str:
    """The verb, adjective or agent that a base form was derived from; itself when there is none that people use."""
    return next(_origins(base), base)


def _origins(base: str) -> Iterator[str]:
    for ending, verbal in _NOUNS_OF_VERBS:
        if base.endswith(ending) and len(base) > len(ending) + 3:
            verb = base.removesuffix(ending) + verbal
            if is_base(verb) and frequency(verb) > frequency(base) - _RARER and _is_used(verb):
                yield verb
    for ending, other in _FEMALE:
        if base.endswith(ending) and is_base(agent := base.removesuffix(ending) + other):
            yield agent
    if base.endswith("heid") and len(base) > 7 and is_known(quality := base[:-4]) and quality not in STOP_WORDS:
        yield entry(quality) or quality


def _is_used(verb: str) -> bool:
    """Whether people use a word as a verb, which the dictionary may give as the plural of a noun."""
    noun = entry(verb)
    if noun is None or noun == verb:
        return True
    stem = closed(verb[:-2])
    forms = (stem if stem.endswith("t") else f"{stem}t", f"ge{stem}t", f"ge{stem}d")
    return max(map(frequency, forms)) > frequency(noun) - _RARER_THAN_NOUN
