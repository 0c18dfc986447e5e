"""A person's name together with a date of birth."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from samenspraak.privacy.dates import Date, find_dates
from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.letter_case import with_likely_capitals
from samenspraak.privacy.names import Name, find_names, is_titled
from samenspraak.privacy.wordlists import alternation

_BIRTH = rf"(?<![^\W_]){alternation('birth_words')}(?![^\W\d_])"
_BIRTH_WORD = re.compile(_BIRTH, re.IGNORECASE)
# From birth word to date: `geb. dd.`, `geboren te Urk op`, `Geboortedatum (dd-mm-jjjj):`; no other number or sentence.
_FROM_WORD_TO_DATE = re.compile(r"(?:[^\d.!?\n;]|\.(?!\s?[^\W\d_]{3})|\n(?=[\s|]*$)){0,45}")
_OF_MANY = re.compile(rf"(?<!\w){alternation('not_one_birth')}(?!\w)", re.IGNORECASE)
# After the date: `werd op 11 november 2016 geboren`, and with the name between: `7 juli 2011 werd Femke Ypma geboren`.
_BORN_AFTER = re.compile(
    r"[\s,)]{1,3}(?:is\s|werd\s|was\s)?(?:(?:te|in)\s\w{2,20}\s)?(?:geboren|ter\swereld)\b", re.IGNORECASE
)
_BORN_AROUND = re.compile(r"[\s,]{1,3}(?:is|werd|was)\s(?P<between>[^.!?\n\d]{2,60}?)\sgeboren\b", re.IGNORECASE)
# Between date and the name behind it: `geb. 09-10-2014, naam: Anne-Fleur`.
_FROM_DATE_TO_NAME = re.compile(
    r"[^\w.!?]{1,4}(?:\n\s{0,3})?(?:(?:naam|leerling|van|betreft|genaamd|heet)(?:\sleerling)?\W{1,3}){0,2}",
    re.IGNORECASE,
)
# Between name and a date without birth word: signs, and cells of a list: `(m)`, `11 jaar`, `groep 5`.
_CELLS = re.compile(
    r"[\s,;:|()*°–-]{1,4}(?:(?:m|v|x|man|vrouw|j|jongen|meisje|\d{1,2}\s?(?:jaar|jr\.?)|groep\s\d)[\s,;:|()*°–-]{1,4}){0,3}",
    re.IGNORECASE,
)
_IS_OF = re.compile(r"\s(?:is|was)\s(?:er\s(?:een|eentje)\s)?van\s", re.IGNORECASE)
_ROW = re.compile(r"[^\n]{0,20}(?:[\t;|,][^\n\t;|]{0,25}){1,6}")
_STAR = re.compile(r"[*°]")
_EVENT = re.compile(rf"(?<!\w){alternation('events')}(?!\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[!?;]|\.(?=\s[^\W\d_])|\n")
_CLAUSE_END = re.compile(r"[.:;!?\n‘“]")
_LABEL = re.compile(r"(?:naam|leerling|kind|betreft|initialen|voorletters|patiënt|cliënt)[^\w\n]{1,4}$", re.IGNORECASE)
_LABELLED_BEFORE = re.compile(r"\n\w{0,20}\s?:?\s{0,3}")
_NEAR = 100
_FAR = 220
_AFTER_SENTENCE = 25
# Who is at school was born before; a later date beside a name is mostly that of a letter or a meeting.
_LATEST_BARE_YEAR = 2022


def find_births(text: str) -> Iterator[Finding]:
    """Yield each stretch from a name to a date of birth."""
    plain = with_likely_capitals(text)
    names, words = find_names(plain), list(_BIRTH_WORD.finditer(plain))
    covered = 0
    for date in find_dates(plain):
        span = _told_born(plain, names, words, date) or _beside(plain, names, words, date)
        if span and span[0] >= covered:
            covered = span[1]
            yield Finding(*_with_bracket(text, *span), Kind.NAME_BIRTHDATE)


def _with_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    opened = text.count("(", start, end) > text.count(")", start, end)
    return start, end + 1 if opened and text[end : end + 1] == ")" else end


def _told_born(text: str, names: Sequence[Name], words: Sequence[re.Match[str]], date: Date) -> tuple[int, int] | None:
    """From name to date where the text says that one was born then."""
    around, after = _BORN_AROUND.match(text, date.end), _BORN_AFTER.match(text, date.end)
    if around and _any_between(names, *around.span("between")):
        return date.start, around.end()
    if after:
        name = _name_before(text, names, date.start)
        return (name.start, after.end()) if name else None
    word = _birth_word_of(text, words, date)
    return _with_birth_word(text, names, word, date) if word else None


def _any_between(names: Sequence[Name], start: int, end: int) -> bool:
    place = bisect_left(names, start, key=attrgetter("start"))
    return place < len(names) and names[place].start < end


def _with_birth_word(text: str, names: Sequence[Name], word: re.Match[str], date: Date) -> tuple[int, int] | None:
    if before := _name_before(text, names, word.start()):
        return _from_first_label(text, names, before), date.end
    behind = _name_after(text, names, date)
    return (word.start(), behind.end) if behind else None


def _birth_word_of(text: str, words: Sequence[re.Match[str]], date: Date) -> re.Match[str] | None:
    """The birth word before a date, unless it is about many births or the date has a word of its own."""
    place = bisect_right(words, date.start, key=re.Match.end) - 1
    if place < 0:
        return None
    gap = text[words[place].end() : date.start]
    return words[place] if _FROM_WORD_TO_DATE.fullmatch(gap) and not _OF_MANY.search(gap) else None


def _name_before(text: str, names: Sequence[Name], place: int) -> Name | None:
    """The nearest name before a birth word (or date) that is bound to it."""
    last = bisect_right(names, place, key=attrgetter("end"))
    for name in reversed(names[max(0, last - 4) : last]):
        gap = text[name.end : place]
        if len(gap) <= _FAR and _is_bound(text, name, gap):
            return name
    return None


def _is_bound(text: str, name: Name, gap: str) -> bool:
    if _OF_MANY.search(gap):
        return False
    labelled = bool(_LABEL.search(text[max(0, name.start - 15) : name.start]))
    if labelled and "\n\n" not in gap:
        return True
    if len(gap) > _NEAR:
        return False
    ends = list(_SENTENCE_END.finditer(gap))
    if ends and len(gap) - ends[0].end() > _AFTER_SENTENCE:
        return False
    return name.is_full or name.listed or not re.search(r"\w", gap)


def _from_first_label(text: str, names: Sequence[Name], name: Name) -> int:
    """Where the name begins, also when a form has its parts on lines of their own."""
    place = bisect_left(names, name.start, key=attrgetter("start")) - 1
    if place < 0 or not _LABELLED_BEFORE.fullmatch(text, names[place].end, name.start):
        return name.start
    return names[place].start if _LABEL.search(text[max(0, name.start - 15) : name.start]) else name.start


def _name_after(text: str, names: Sequence[Name], date: Date) -> Name | None:
    place = bisect_left(names, date.end, key=attrgetter("start"))
    if place == len(names) or not _FROM_DATE_TO_NAME.fullmatch(text, date.end, names[place].start):
        return None
    return names[place] if names[place].is_full or names[place].listed else None


def _beside(text: str, names: Sequence[Name], words: Sequence[re.Match[str]], date: Date) -> tuple[int, int] | None:
    """From name to date where no word says so, but nothing else either: `Yara El Amrani (12-06-2015)`."""
    place = bisect_right(names, date.start, key=attrgetter("end")) - 1
    if place < 0 or (date.year and date.year > _LATEST_BARE_YEAR):
        return None
    name, gap = names[place], text[names[place].end : date.start]
    if _is_row_under_header(text, words, name, date):
        return _start_of_row(text, names, name), date.end
    if not (name.is_full or name.listed) or is_titled(text, name.start) or date.loose:
        return None
    before = _CLAUSE_END.split(text[max(0, name.start - 40) : name.start])[-1]
    if _EVENT.search(before + text[name.start : date.end + 40]) or not _is_beside(name, gap, date):
        return None
    return name.start, date.end


def _is_beside(name: Name, gap: str, date: Date) -> bool:
    if _IS_OF.fullmatch(gap) or (_STAR.search(gap) and _CELLS.fullmatch(gap)):
        return True
    if not (_CELLS.fullmatch(gap) and name.is_full):
        return False
    return not date.has_month_name or bool(re.search(r"[(–-]", gap))


def _is_row_under_header(text: str, words: Sequence[re.Match[str]], name: Name, date: Date) -> bool:
    """Whether name and date stand in one row of a table with a column of birth dates."""
    line = text.rfind("\n", 0, date.start) + 1
    header = bisect_left(words, line, key=re.Match.start) - 1
    if header < 0 or name.start < line or line - words[header].start() > 4 * _FAR:
        return False
    return bool(_ROW.fullmatch(text, name.start, date.start)) or not re.search(r"\w", text[name.end : date.start])


def _start_of_row(text: str, names: Sequence[Name], name: Name) -> int:
    line = text.rfind("\n", 0, name.start) + 1
    place = bisect_left(names, line, key=attrgetter("start"))
    return names[place].start if name.start - names[place].start < _NEAR else name.start
