"""A single child whom readers could recognise: by a name, or by school or village, together with a condition."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.letter_case import share_of, with_likely_capitals
from samenspraak.privacy.names import Name, find_names, is_titled
from samenspraak.privacy.schools import find_school
from samenspraak.privacy.wordlists import alternation

_CHILD = rf"(?<!\w){alternation('children')}(?!\w)"
_CONDITION = re.compile(rf"(?<!\w){alternation('conditions')}(?!\w)", re.IGNORECASE)
_SHORT = re.compile(rf"(?<!\w){alternation('short_conditions')}(?!\w)", re.IGNORECASE)
_BEFORE_SHORT = re.compile(
    r"(?:\b(?:heeft|hebben|met|en|of|diagnose|door|wegens|vastgesteld|van|de|zijn|haar)|[,(+:/&])\s?$|\bis\s[\w\s]{0,12}$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[!?;\n]|(?<![A-Z])(?<!\bst)(?<!\bSt)\.(?=\s|$)")
_BINDS = re.compile(rf"(?<!\w){alternation('binding_words')}(?!\w)|^\s?[,(:/–-]|^\s\d|[,(]\s?$|^\s$", re.IGNORECASE)
_UNBINDS = re.compile(rf"(?<!\w){alternation('unbinding_words')}(?!\w)", re.IGNORECASE)
_KIN = re.compile(rf"(?:{_CHILD}|(?<!\w){alternation('child_cues')}(?!\w))\s?:?\s{{0,2}}$", re.IGNORECASE)
# `de epilepsie van onze dochter Fleur`, `TOS bij Noor`
_CONDITION_OF = re.compile(rf"\s(?:van|bij)\s(?:(?:de|het|onze|ons|mijn|een)\s)?(?:{_CHILD}\s)?", re.IGNORECASE)
# `Wubke heeft`, `Wubke (10,`, `Wubke, 9 jaar,`
_DIRECT = re.compile(
    r"\s?(?:(?:heeft|had|kreeg|krijgt)\s(?:de\sdiagnose\s|een\s|ernstige?\s)?|[,(]\s?(?:\d{1,2}(?:\s(?:jaar|jr))?|groep\s\d)[,;]?\s)"
)
_ONE_CHILD = re.compile(_CHILD, re.IGNORECASE)
_TOLD_APART = re.compile(
    r"(?<!\w)(?:jongen|jongetje|meisje|meid|zoon|zoontje|dochter|dochtertje|broertje|zusje|tweeling|enige)(?!\w)",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?<!\w)(?:\d{1,2}\s?(?:jaar|jr|jarige?)|van\s\d{1,2}\b|groep\s\d|klas\s\d|\d\s?(?:havo|vwo|vmbo|mavo)"
    r"|(?:vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien)(?:jarige?)?\b)"
    r"|,\s?\d{1,2}\s?,|\((?:m|v|\d{1,2})\b",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    rf"(?i:(?:{_CHILD}|(?<!\w)kinderen|(?<!\w)gezin|(?<!\w)familie)\s(?:van\s)?(?:(?:de|het)\s)?(?:{alternation('families')}\s(?:van\s)?)?)"
    r"(?:(?:van|de|der|den)\s){0,2}[A-ZÀ-Þ][\w’'-]{1,30}[^.!?\n]{0,25}?\s(?:in|uit|te)\s(?:het\sdorp\s|de\sbuurtschap\s)?[A-ZÀ-Þ][\w’'-]{1,30}"
)
_PLURAL = re.compile(r"(?<!\w)(?:leerlingen|kinderen|jongens|meisjes|scholen|studenten)\W{0,3}$", re.IGNORECASE)
_UNHEARD_OF = 1e-7
_LONGEST_GAP = 70
_LONGEST_SENTENCE = 400
_LOOKED_BACK = 25


def find_children(text: str) -> Iterator[Finding]:
    """Yield each stretch that makes one child recognisable."""
    plain = with_likely_capitals(text)
    conditions = sorted(_conditions(plain), key=re.Match.start)
    names = find_names(plain) if conditions else []
    covered = 0
    for condition in conditions:
        span = _of_named(plain, names, condition)
        if span and span[0] >= covered:
            covered = span[1]
            yield Finding(*span, Kind.CHILD)
    for start, end in _sentences(plain):
        yield from _of_place(plain, start, end)


def _conditions(text: str) -> Iterator[re.Match[str]]:
    yield from _CONDITION.finditer(text)
    for match in _SHORT.finditer(text):
        if match[0][0].isupper() or _BEFORE_SHORT.search(text[max(0, match.start() - _LOOKED_BACK) : match.start()]):
            yield match


def _of_named(text: str, names: Sequence[Name], condition: re.Match[str]) -> tuple[int, int] | None:
    """From the name of a child to a condition in the same sentence, or the other way round."""
    last = bisect_right(names, condition.start(), key=attrgetter("end"))
    for name in names[max(0, last - 3) : last]:
        if _is_bound(text, name, text[name.end : condition.start()]):
            return name.start, condition.end()
    behind = names[last] if last < len(names) else None
    if behind and _CONDITION_OF.fullmatch(text, condition.end(), behind.start) and _is_child(text, behind):
        return condition.start(), behind.end
    return None


def _is_bound(text: str, name: Name, gap: str) -> bool:
    if len(gap) > _LONGEST_GAP or _SENTENCE_END.search(gap) or _UNBINDS.search(gap) or not _BINDS.search(gap):
        return False
    return _is_child(text, name) or (bool(_DIRECT.fullmatch(gap)) and _is_unheard_of(text, name))


def _is_unheard_of(text: str, name: Name) -> bool:
    """Whether one word with a capital is no word of Dutch, so that it is rather a rare first name."""
    word = text[name.start : name.end]
    return name.parts == 1 and word.isalpha() and not word.isupper() and share_of(word) < _UNHEARD_OF


def _is_child(text: str, name: Name) -> bool:
    kin = bool(_KIN.search(text[max(0, name.start - _LOOKED_BACK) : name.start]))
    return (name.listed or kin) and not name.is_initial and not is_titled(text, name.start)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _of_place(text: str, start: int, end: int) -> Iterator[Finding]:
    """An unnamed child with age or sex and a condition, at a school or of a family that is named."""
    sentence = text[start : min(end, start + _LONGEST_SENTENCE)]
    condition, family = next(_conditions(sentence), None), _FAMILY.search(sentence)
    if family and (condition or _AGE.search(sentence)):
        last = max(family.end(), condition.end() if condition else 0)
        yield Finding(start + family.start(), start + last, Kind.CHILD)
        return
    child = _ONE_CHILD.search(sentence)
    school = find_school(sentence) if child and condition else None
    if not (child and condition and school) or _PLURAL.search(sentence[: child.start()]):
        return
    if _TOLD_APART.search(sentence) or _AGE.search(sentence):
        spans = (child.span(), condition.span(), school)
        yield Finding(start + min(first for first, _ in spans), start + max(last for _, last in spans), Kind.CHILD)
