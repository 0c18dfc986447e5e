"""Dates beside a name that no word calls a date of birth, but nothing else either: `Yara El Amrani (12-06-2015)`."""

import re

from samenspraak.privacy.birth_context import BirthContext
from samenspraak.privacy.dates import Date
from samenspraak.privacy.names import Name, is_titled
from samenspraak.privacy.wordlists import alternation

# Between name and date: signs, and cells of a list such as `(m)`, `11 jaar`, `groep 5`.
_SIGNS = r"[\s,;:|/()*°–-]{1,4}"
_CELLS = re.compile(
    rf"{_SIGNS}(?:(?:m|v|x|man|vrouw|j|jongen|meisje|\d{{1,2}}\s?(?:jaar|jr\.?)|groep\s\d){_SIGNS}){{0,3}}",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"[(–/|-]")
_POLITE = re.compile(r"\b(?:mevrouw|mevr\.?|mw\.?|meneer|de\sheer|dhr\.?)\s$", re.IGNORECASE)
_LABELLED = re.compile(r"(?:naam|leerling|kind|ouder|moeder|vader|voogd|betreft)(?:\s\d)?\s?:\s{0,3}$", re.IGNORECASE)
_KIN = re.compile(rf"(?<!\w){alternation('children')}\s?:?\s{{0,2}}$", re.IGNORECASE)
_OF_CHILDREN = re.compile(
    r"(?<!\w)(?:leerlingen|kinderen|broers|broertjes|zussen|zusjes|tweeling|zonen|dochters)(?!\w)", re.IGNORECASE
)
# `Bilal A. van 5 juni 2012 is een zij-instromer`
_SENTENCE_START = re.compile(r"(?:[.!?:]\s|\n|^)\Z")
_VERB = re.compile(r"\s(?:is|was|heeft|had|zit|woont|gaat|ging|kan|mag|moet|wil|krijgt|kreeg|staat|komt|kwam)\s")
_STAR = re.compile(r"[\s,;(]{0,3}[*°]\s?")
# `Damian Verschuren is van 17 oktober 2008`; also in the next sentence: `Sofie Maes? Ze is van 8 mei 2012`
_IS_OF = re.compile(
    r"(?:[.,;:?!)]{0,2}\s(?:hij|zij|ze|die|dit kind|deze leerling))?"
    r"\s(?:is|was)\s(?:er\s(?:een|eentje)\s|een kind\s)?van\s"
    r"|,\s(?:(?:onze|mijn|een|de)\s)?(?:leerlinge?|zoon|dochter|kind|jongen|meisje)\svan\s",
    re.IGNORECASE,
)
_IS_BEFORE = re.compile(r"\b(?:is|was)\s$", re.IGNORECASE)
_ROW = re.compile(r"[^\n]{0,20}(?:[\t;|,][^\n\t;|]{0,25}){1,6}")
_EVENT = re.compile(rf"(?<!\w){alternation('events')}(?!\w)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.:;!?\n‘“]")
_CLAUSE_END_AFTER = re.compile(r"[.:;!?\n)]")
_CITED = re.compile(r"\s?:\s?[\"“„‘']")
_AROUND = 40
_NEAR = 100
_HEADER_DISTANCE = 900
# Who is at school was born before; a later date beside a name is mostly that of a letter or a meeting.
_LATEST_YEAR = 2022
# Before this year few things happened that people still write about; a date in brackets is a birth.
_OF_ADULT = 1998

Span = tuple[int, int]


def bare_birth(context: BirthContext, date: Date) -> Span | None:
    """From the name right before a date to its end, if the date can hardly be anything else than a birth date."""
    if date.year and date.year > _LATEST_YEAR:
        return None
    for name in context.names_before(date.start, 1):
        if _is_row_under_header(context, name, date):
            return _start_of_row(context, name), date.end
        gap = context.text[name.end : date.start]
        if _is_surely_of(context.text, name, gap, date) or (
            _is_beside(context, name, gap, date) and not _is_of_event(context.text, name, date)
        ):
            return name.start, date.end
    return None


def _is_surely_of(text: str, name: Name, gap: str, date: Date) -> bool:
    if not (name.is_full or name.listed):
        return False
    is_before = bool(_IS_BEFORE.search(text, max(0, name.start - 5), name.start))
    if (
        gap == " van "
        and _SENTENCE_START.search(text[max(0, name.start - 2) : name.start])
        and _VERB.match(text, date.end)
    ):
        return True
    return bool(_IS_OF.fullmatch(gap) or _STAR.fullmatch(gap) or (is_before and gap.strip() == "van"))


def _is_beside(context: BirthContext, name: Name, gap: str, date: Date) -> bool:
    if date.loose or not _CELLS.fullmatch(gap):
        return False
    if not (name.is_full or _POLITE.search(context.text, max(0, name.start - 10), name.start)):
        return name.listed and _is_of_child(context.text, name, date)
    return not date.has_month_name or _is_set_apart(context, name, gap, date) or _is_before_birth_word(context, date)


def _is_set_apart(context: BirthContext, name: Name, gap: str, date: Date) -> bool:
    """Whether a date with the name of its month stands with the person and not in the sentence."""
    is_old = bool(date.year and date.year < _OF_ADULT)
    if (name.listed or is_old) and _SET_OFF.search(gap):
        return True
    is_labelled = _LABELLED.search(context.text, max(0, name.start - _AROUND), name.start)
    return bool(is_labelled) or _is_of_form(context.text, name, gap, date)


def _is_before_birth_word(context: BirthContext, date: Date) -> bool:
    word = context.word_from(date.end)
    return bool(word and word.start() - date.end < _AROUND * 2)


def _is_of_child(text: str, name: Name, date: Date) -> bool:
    """Whether a first name alone has a date of its own: in brackets, or where children are spoken of."""
    before = text[max(0, name.start - _AROUND) : name.start]
    if _KIN.search(before):
        return not date.has_month_name or _is_in_brackets(text, name, date)
    return not date.has_month_name and (_is_in_brackets(text, name, date) or bool(_OF_CHILDREN.search(before)))


def _is_in_brackets(text: str, name: Name, date: Date) -> bool:
    """Whether the date stands in brackets right behind the name: `Bram (3-9-'14)`."""
    return text[name.end : date.start].strip() == "(" and text[date.end : date.end + 1] in {")", ",", ";"}


def _is_of_form(text: str, name: Name, gap: str, date: Date) -> bool:
    """Whether name and date have each a line of their own."""
    before, behind = text[: name.start].rpartition("\n")[2], text[date.end :].partition("\n")[0]
    return name.is_full and gap.strip() == "" and "\n" in gap and not before.strip() and not behind.strip()


def _is_of_event(text: str, name: Name, date: Date) -> bool:
    """Whether the name is that of an official, the clause tells what else happened then, or somebody is cited."""
    before = _CLAUSE_END.split(text[max(0, name.start - _AROUND) : name.start])[-1]
    if _CITED.match(text, date.end):
        return True
    after = _CLAUSE_END_AFTER.split(text[date.end : date.end + _AROUND])[0]
    return is_titled(text, name.start) or bool(_EVENT.search(f"{before} {text[name.end : date.start]} {after}"))


def _is_row_under_header(context: BirthContext, name: Name, date: Date) -> bool:
    """Whether name and date stand in one row of a table with a column of birth dates."""
    line = context.text.rfind("\n", max(0, date.start - 2 * _NEAR), date.start) + 1
    header = context.word_before(line) if line else None
    if not header or name.start < line or line - header.start() > _HEADER_DISTANCE:
        return False
    return bool(
        _ROW.fullmatch(context.text, name.start, date.start) or _CELLS.fullmatch(context.text, name.end, date.start)
    )


def _start_of_row(context: BirthContext, name: Name) -> int:
    line = context.text.rfind("\n", max(0, name.start - 2 * _NEAR), name.start) + 1
    first = context.name_from(line)
    return first.start if first and name.start - first.start < _NEAR else name.start
