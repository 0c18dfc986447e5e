"""A child who is recognisable by a name, together with a condition."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from samenspraak.privacy.child_bonds import is_bound_before, is_bound_behind, is_direct
from samenspraak.privacy.letter_case import is_first_name, share_of
from samenspraak.privacy.names import Name
from samenspraak.privacy.professionals import is_professional
from samenspraak.privacy.wordlists import alternation

_KIN = re.compile(
    rf"(?<!\w)(?:{alternation('children')}|{alternation('child_cues')})(?!\w)\s?:?\s{{0,2}}$", re.IGNORECASE
)
# `het boek 'Thomas heeft autisme'`
_OF_WORK = re.compile(
    r"(?:boek|film|verhaal|serie|documentaire|podcast|titel)(?:je)?\s(?:[^\w\s]|over\s)$", re.IGNORECASE
)
# `Daans autisme`, `Mo's ernstige epilepsie`, `Mats' ADHD`
_POSSESSIVE = re.compile(
    r"(?<!\w)(?P<first>[A-ZÀ-Þ][^\W\d_]{1,20}?)(?:s|[’']s?)\s(?:(?:\w{2,14}e|klassiek|zwaar|laag|vermoeden\svan|kenmerken\svan)\s){0,2}$"
)
# Around a rare name: it is a pupil's.
_OF_PUPIL = re.compile(
    rf"(?<!\w)(?:hij|zij|ze|hem|{alternation('children')}|groep\s\d|klas|(?:\d{{1,2}}|{alternation('ages')})\s?(?:jaar|jr)|met)(?!\w)|^\s?\(?\d",
    re.IGNORECASE,
)
_ON_THE_WAY = re.compile(
    r"(?<!\w)(?:voor|van|bij|met|over|om|zit|heeft|kan|mag|dat|omdat|als|krijgt|gaat|hoort|waarom)\s$", re.IGNORECASE
)
_WITH_INITIAL = re.compile(r"[A-ZÀ-Þ][a-z]?\.\s?\S{2}")
_PLACED = re.compile(r"(?<!\w)(?:in|te|uit|op|school|het|de)\s$", re.IGNORECASE)
_HARDLY_A_WORD = 1e-7
_LOOKED_BACK = 25
_NAMES_TRIED = 3


def find_named_children(text: str, names: list[Name], conditions: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield each stretch from the name of a child to a condition near it, or the other way round."""
    covered = 0
    names = _without_conditions(names, conditions)
    for condition in conditions:
        last = bisect_right(names, condition.start(), key=attrgetter("end"))
        before, behind = names[max(0, last - _NAMES_TRIED) : last][::-1], names[last : last + 1]
        span = _with_name(text, before, behind, condition)
        if span and span[0] >= covered:
            covered = span[1]
            yield span


def _without_conditions(names: list[Name], conditions: list[re.Match[str]]) -> list[Name]:
    """The names but for those that are part of a condition: `Gilles de la Tourette`."""
    ends = [condition.end() for condition in conditions]

    def is_part(name: Name) -> bool:
        first = bisect_left(ends, name.end)
        return first < len(ends) and conditions[first].start() <= name.start

    return [name for name in names if not is_part(name)]


def _with_name(text: str, before: list[Name], behind: list[Name], condition: re.Match[str]) -> tuple[int, int] | None:
    for name in before:
        gap = text[name.end : condition.start()]
        bound = is_bound_before(text, name, condition)
        if bound and (_is_child(text, name) or (_is_told_of(text, name, gap) and _may_be_child(text, name))):
            return name.start, condition.end()
    owner = _POSSESSIVE.search(text, max(0, condition.start() - _LOOKED_BACK * 2), condition.start())
    if owner and is_first_name(owner["first"]):
        return owner.start(), condition.end()
    for name in behind:
        if is_bound_behind(text, condition, name.start) and _is_child(text, name):
            return condition.start(), name.end
    return None


def _is_told_of(text: str, name: Name, gap: str) -> bool:
    """Whether the words around a rare name say that it is a person's."""
    before = text[max(0, name.start - _LOOKED_BACK) : name.start]
    return is_direct(gap) or bool(_OF_PUPIL.search(gap) or _ON_THE_WAY.search(before))


def _is_child(text: str, name: Name) -> bool:
    before = text[max(0, name.start - _LOOKED_BACK) : name.start]
    if name.is_initial or _OF_WORK.search(before) or is_professional(text, name):
        return False
    return name.listed or bool(_KIN.search(before))


def _may_be_child(text: str, name: Name) -> bool:
    """Whether a name has an initial, or is one word so rare in Dutch that it is rather a first name not on the list."""
    word = text[name.start : name.end]
    before = text[max(0, name.start - _LOOKED_BACK) : name.start]
    if _PLACED.search(before) or _OF_WORK.search(before) or is_professional(text, name):
        return False
    if name.is_full:
        return bool(_WITH_INITIAL.match(word))
    return word.isalpha() and not word.isupper() and share_of(word) < _HARDLY_A_WORD
