"""The base form of a word that the dictionary lacks, by the rules of Dutch, and only when that base form is known."""

import re
from collections.abc import Iterator

from samenspraak.dutch.dictionary import entry, is_base, is_infinitive, is_known
from samenspraak.dutch.spelling import closed, opened
from samenspraak.dutch.words import frequency

_LOOSE = "aan|achter|af|bij|binnen|door|in|mee|na|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|weg"
_PARTICIPLE = re.compile(rf"((?:{_LOOSE})?)ge(\w{{2,}})")
_PREFIXED = re.compile(rf"({_LOOSE})(\w{{4,}})")
_DIMINUTIVES = (("etje", ""), ("tje", ""), ("pje", ""), ("kje", "g"), ("je", ""))
_LINKS = ("", "s", "en", "n", "e")
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 5
_USUAL_ZIPF = 3.0
_LONG_HEAD = 8
# Zipf value by which a verb may be rarer than its participle.
_RARER = 0.5


def by_rule(word: str) -> str:
    """The base form of a folded word that is in no dictionary; itself when no rule leads to a known word."""
    if word.endswith("heden"):
        return word[:-5] + "heid"
    return next((found for rule in (_separable, _noun, _verb, _tail) if (found := rule(word))), word)


def _noun(word: str) -> str | None:
    if word.endswith("s") and len(word) > 5 and is_known(word[:-1]) and word[-2] != "s":
        return word[:-1]
    single = word.removesuffix("s")
    for ending, letter in _DIMINUTIVES if single.endswith("je") else ():
        if single.endswith(ending):
            stem = single.removesuffix(ending) + letter
            found = next((each for each in (stem, closed(stem)) if is_known(each) and len(each) > 2), None)
            if found:
                return entry(found) or found
    return None


def _verb(word: str) -> str | None:
    return next((verb for verb in _verbs(word) if is_base(verb)), None)


def _verbs(word: str) -> Iterator[str]:
    """The infinitives of which a word could be a regular form."""
    participle = _PARTICIPLE.fullmatch(word)
    if participle and word[-1] in "dt":
        yield from (participle[1] + verb for verb in infinitives(participle[2][:-1]))
    for ending in ("den", "ten", "de", "te", "d", "t"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            yield from infinitives(word.removesuffix(ending))


def verb_of_participle(word: str) -> str | None:
    """The verb of a participle that is in the dictionary as an adjective (getraind), unless it is rarer (gezond)."""
    if not (word.startswith("ge") and word.endswith(("d", "t"))):
        return None
    verbs = (
        verb for verb in infinitives(word[2:-1]) if is_infinitive(verb) or (verb.endswith("eren") and is_base(verb))
    )
    return next((verb for verb in verbs if frequency(verb) > frequency(word) - _RARER), None)


def infinitives(stem: str) -> Iterator[str]:
    """The infinitives that a stem may have by its spelling."""
    return (written + "en" for written in opened(stem))


def _separable(word: str) -> str | None:
    """The verb of a form with a loose prefix: ingeschreven and inschrijft are of inschrijven."""
    parted = _PREFIXED.fullmatch(word)
    base = entry(parted[2]) if parted else None
    return parted[1] + base if parted and base and is_infinitive(base) else None


def _tail(word: str) -> str | None:
    """The base form by the word's last part: gymleraren is gym + leraar."""
    for start in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
        base = entry(word[start:])
        if base and frequency(word[start:]) >= _USUAL_ZIPF and _is_head(word[:start]):
            return word[:start] + base
    return None


def _is_head(head: str) -> bool:
    return len(head) >= _LONG_HEAD or any(
        head.endswith(link) and frequency(head.removesuffix(link)) >= _USUAL_ZIPF and len(head) - len(link) > 2
        for link in _LINKS
    )
