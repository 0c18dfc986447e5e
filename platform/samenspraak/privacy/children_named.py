"""A child who is recognisable by a name, together with a condition."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from samenspraak.privacy.conditions import find_conditions
from samenspraak.privacy.letter_case import share_of
from samenspraak.privacy.names import Name, find_names, is_titled
from samenspraak.privacy.sentences import SENTENCE_END
from samenspraak.privacy.wordlists import alternation

_BINDS = re.compile(rf"(?<!\w){alternation('binding_words')}(?!\w)|^\s?[,(:/–-]|^\s\d|[,(]\s?$|^\s$", re.IGNORECASE)
_BINDS_BEHIND = re.compile(r"\s(?:heeft|had|kreeg|krijgt)\b")
_UNBINDS = re.compile(rf"(?<!\w){alternation('unbinding_words')}(?!\w)", re.IGNORECASE)
_CHILD = rf"(?<!\w){alternation('children')}(?!\w)"
_KIN = re.compile(rf"(?:{_CHILD}|(?<!\w){alternation('child_cues')}(?!\w))\s?:?\s{{0,2}}$", re.IGNORECASE)
# `de epilepsie van onze dochter Fleur`, `TOS bij Noor`
_CONDITION_OF = re.compile(rf"\s(?:van|bij)\s(?:(?:de|het|onze|ons|mijn|een)\s)?(?:{_CHILD}\s)?", re.IGNORECASE)
# Right between name and condition, so that the name may be rare: `Wubke heeft een`, `Wubke (10,`, `Wubke, 9 jaar,`
_HAS = r"\s(?:heeft|had|kreeg|krijgt)\s(?:(?:de\sdiagnose|een|ernstige?|zware?)\s)?"
_AGED = r"\s?[,(]\s?(?:\d{1,2}(?:\s(?:jaar|jr))?|groep\s\d)[,;]?\s(?:(?:met|licht|matig|ernstig|zwaar)\s){0,2}"
_DIRECT = re.compile(rf"{_HAS}|{_AGED}")
# `het boek 'Thomas heeft autisme'`
_OF_WORK = re.compile(r"(?:boek|film|verhaal|serie|documentaire|podcast|titel)(?:je)?\s[^\w\s]$", re.IGNORECASE)
# `Wat kunnen we doen voor Youssef? Hij heeft een ernstige`
_IN_NEXT_SENTENCE = re.compile(
    r"[.?!]\s(?:Hij|Zij|Ze|Die)\s(?:heeft|had|kreeg|krijgt|is|lijdt aan)\s"
    r"(?:(?:een|de diagnose|erg|ernstige?|zware?|licht)\s){0,2}"
)
_HARDLY_A_WORD = 1e-7
_LONGEST_GAP = 70
_LOOKED_BACK = 25
_NAMES_TRIED = 3


def find_named_children(text: str) -> Iterator[tuple[int, int]]:
    """Yield each stretch from the name of a child to a condition in the same sentence, or the other way round."""
    conditions = find_conditions(text)
    names = find_names(text) if conditions else []
    covered = 0
    for condition in conditions:
        last = bisect_right(names, condition.start(), key=attrgetter("end"))
        before, behind = names[max(0, last - _NAMES_TRIED) : last], names[last : last + 1]
        span = _with_name(text, before, behind, condition)
        if span and span[0] >= covered:
            covered = span[1]
            yield span


def _with_name(text: str, before: list[Name], behind: list[Name], condition: re.Match[str]) -> tuple[int, int] | None:
    for name in before:
        if _is_bound(text, name, condition):
            return name.start, condition.end()
    for name in behind:
        if _CONDITION_OF.fullmatch(text, condition.end(), name.start) and _is_child(text, name):
            return condition.start(), name.end
    return None


def _is_bound(text: str, name: Name, condition: re.Match[str]) -> bool:
    gap = text[name.end : condition.start()]
    if _OF_WORK.search(text[max(0, name.start - _LOOKED_BACK) : name.start]):
        return False
    if _IN_NEXT_SENTENCE.fullmatch(gap):
        return _is_child(text, name)
    if len(gap) > _LONGEST_GAP or SENTENCE_END.search(gap) or _UNBINDS.search(gap):
        return False
    if not (_BINDS.search(gap) or _BINDS_BEHIND.match(text, condition.end())):
        return False
    return _is_child(text, name) or (bool(_DIRECT.fullmatch(gap)) and _is_hardly_a_word(text, name))


def _is_child(text: str, name: Name) -> bool:
    kin = bool(_KIN.search(text[max(0, name.start - _LOOKED_BACK) : name.start]))
    return (name.listed or kin) and not name.is_initial and not is_titled(text, name.start)


def _is_hardly_a_word(text: str, name: Name) -> bool:
    """Whether one word with a capital is so rare in Dutch that it is rather a first name which is not on the list."""
    word = text[name.start : name.end]
    return name.parts == 1 and word.isalpha() and not word.isupper() and share_of(word) < _HARDLY_A_WORD
