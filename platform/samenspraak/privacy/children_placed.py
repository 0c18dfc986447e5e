"""A child without a name who is recognisable by a school or family that is named, together with a condition or age."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from samenspraak.privacy.child_bonds import refers_back
from samenspraak.privacy.schools import find_school
from samenspraak.privacy.sentences import sentences
from samenspraak.privacy.wordlists import alternation

_CHILD = re.compile(rf"(?<!\w){alternation('children')}(?!\w)", re.IGNORECASE)
# Without a word for it: `J. (m, 9), PDD-NOS`, `m, 9 jr`, `een 12-jarige met`
_IN_SHORT = re.compile(
    r"(?<!\w)(?:\((?:m|v|j)\s?[,/]\s?\d{1,2}|(?:m|v)\s?[,/]\s?\d{1,2}\s?(?:jr|jaar|,)|\d{1,2}\s?-?\s?jarige|\w{2,12}jarige)\b",
    re.IGNORECASE,
)
_TOLD_APART = re.compile(
    r"(?<!\w)(?:jongen|jongetje|meisje|meid|zoon|zoontje|dochter|dochtertje|broertje|zusje|tweeling|enige|kleuter|peuter|brugklasser)(?!\w)",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?<!\w)(?:\d{1,2}[\s-]?(?:jaar|jr|jarige?)|van\s\d{1,2}\b|groep\s\d|klas\s\d|\d\s?(?:havo|vwo|vmbo|mavo)"
    rf"|{alternation('ages')}(?:jarige?)?\b)"
    r"|,\s?\d{1,2}\s?,|\((?:m|v|\d{1,2})\b",
    re.IGNORECASE,
)
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]{1,30}"
_KNOWN_BY = alternation("families")
_IN_PLACE = rf"\s(?:in|uit|te|bij)\s(?:het\sdorp\s|de\sbuurtschap\s)?{_CAPITAL}"
_OF = rf"(?i:(?:{_CHILD.pattern}|(?<!\w)kinderen|(?<!\w)gezin|(?<!\w)familie)\s(?:van\s)?(?:(?:de|het)\s)?)"
# `het zoontje van bakker Hoekstra in Wierumerzijl`, `de dochter van de huisarts in Zandeweer`
_NAMED_FAMILY = rf"(?i:{_KNOWN_BY}\s(?:van\s)?)?(?:(?:van|de|der|den)\s){{0,2}}{_CAPITAL}[^.!?\n]{{0,25}}?"
_FAMILY = re.compile(rf"{_OF}(?:{_NAMED_FAMILY}|(?i:{_KNOWN_BY})){_IN_PLACE}")
# `gezin De Bruin in Lutten`, `familie el Idrissi uit Oudwoude`: known there without more.
_SURNAMED = re.compile(
    rf"(?<!\w)(?i:familie|gezin)\s(?:(?i:van|de|der|den|ter|ten|el|al|ben|’t|'t)\s){{0,3}}{_CAPITAL}"
    rf"(?:[ -](?:(?:van|de|der|den)\s){{0,2}}{_CAPITAL})?{_IN_PLACE}"
)
# `in ons dorp weet iedereen dat de jongste van de familie Hiemstra`
_FAMILY_NAME = re.compile(
    rf"(?<!\w)(?i:familie|gezin)\s(?:(?i:van|de|der|den|ter|ten|el|al|ben)\s){{0,3}}(?!(?i:{_KNOWN_BY})\b){_CAPITAL}"
)
_PLACE_NEAR = re.compile(
    rf"(?<!\w)(?i:in|uit|te)\s(?:(?i:het|ons|de|een)\s(?i:dorp|dorpje|gehucht|buurtschap)\b|{_CAPITAL})"
)
# `de zoon van de dominee in Nijeveen`: in a village there is one
_OF_KNOWN = re.compile(
    rf"(?i:{_CHILD.pattern}\s(?:van\s)(?:(?:de|het|onze)\s)?(?!familie|gezin){_KNOWN_BY})(?:\s{_CAPITAL})?(?:{_IN_PLACE}|\svan\s{_CAPITAL})"
)
_MAY_BE_FAMILY = re.compile(rf"(?<!\w)(?:{alternation('children')}|kinderen|gezin|familie)(?!\w)", re.IGNORECASE)
_CHILD_OR_MORE = re.compile(rf"{_CHILD.pattern}|(?<!\w)kinderen(?!\w)", re.IGNORECASE)
_PLURAL = re.compile(r"(?<!\w)(?:leerlingen|kinderen|jongens|meisjes|scholen|studenten)\W{0,3}$", re.IGNORECASE)
# Lines of a form or list: `School: De Klimop\nLeerling: jongen van 9`, `- meisje, 7\n- reuma`
_FORM = re.compile(r"(?:^(?:[ \t*•-]{0,3}[^\n:.?!]{1,25}:|\s?[*•–-]\s)[^\n]{1,80}(?:\n|\Z)){2,6}", re.MULTILINE)
_SAME_CHILD_NEXT = re.compile(
    r"\s(?:De|Deze|Dit|Het|Onze|Ons|Mijn)\s(?:leerling|jongen|meisje|kind|kleuter|puber|jongetje|zoon|dochter)\b"
)
_LONGEST_PASSAGE = 500
_NEAR = 100


Span = tuple[int, int]


def find_placed_children(text: str, conditions: list[re.Match[str]]) -> Iterator[Span]:
    """Yield each stretch in which a child's family in a place or school is named; conditions in a wide sense."""
    starts = [condition.start() for condition in conditions]
    for start, end in _passages(text):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        named = [(condition.start() - start, condition.end() - start) for condition in conditions[first:last][:1]]
        passage = text[start:end]
        span = _of_family(passage, named) or _of_school(passage, named)
        if span:
            yield start + span[0], start + span[1]


def _passages(text: str) -> Iterator[Span]:
    """Each sentence, together with the next one where that refers back to a child."""
    yield from (match.span() for match in _FORM.finditer(text))
    found = list(sentences(text))
    for (start, end), (_, end_of_next) in zip(found, [*found[1:], (len(text), len(text))], strict=True):
        furthest = end_of_next if refers_back(text, end + 1) or _SAME_CHILD_NEXT.match(text, end + 1) else end
        yield start, min(furthest, start + _LONGEST_PASSAGE)


def _of_family(passage: str, conditions: list[Span]) -> Span | None:
    if not _MAY_BE_FAMILY.search(passage):
        return None
    if surnamed := _SURNAMED.search(passage) or _OF_KNOWN.search(passage):
        return surnamed.span()
    if named := _named_family_near_place(passage, is_told_of=bool(conditions)):
        return named
    family = _FAMILY.search(passage)
    if not family or not (conditions or _AGE.search(passage)):
        return None
    return family.start(), max([family.end(), *(end for _, end in conditions)])


def _named_family_near_place(passage: str, *, is_told_of: bool) -> Span | None:
    family = _FAMILY_NAME.search(passage)
    if not family or not (is_told_of or family[0].lower().startswith("gezin") or _CHILD_OR_MORE.search(passage)):
        return None
    near = _PLACE_NEAR.search(passage, max(0, family.start() - _NEAR), family.end() + _NEAR)
    return family.span() if near else None


def _of_school(passage: str, conditions: list[Span]) -> Span | None:
    if not conditions:
        return None
    child = _CHILD.search(passage) or _IN_SHORT.search(passage)
    if not child or _PLURAL.search(passage[: child.start()]):
        return None
    school = find_school(passage)
    if not (school and (_TOLD_APART.search(passage) or _AGE.search(passage))):
        return None
    spans = (child.span(), conditions[0], school)
    return min(first for first, _ in spans), max(last for _, last in spans)
