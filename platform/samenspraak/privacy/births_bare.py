"""Dates beside a name that no word calls a date of birth, but nothing else either: `Yara El Amrani (12-06-2015)`."""

import re

from samenspraak.privacy.birth_context import BirthContext
from samenspraak.privacy.birth_evidence import (
    is_about_pupil,
    is_among_children,
    is_called_child,
    is_labelled,
    is_of_event,
)
from samenspraak.privacy.birth_gaps import is_cell, is_row, is_set_off, says_is_of, says_of
from samenspraak.privacy.birth_tables import is_row_under_header, start_of_row
from samenspraak.privacy.dates import Date
from samenspraak.privacy.names import Name
from samenspraak.privacy.wordlists import alternation

_POLITE = re.compile(r"\b(?:mevrouw|mevr\.?|mw\.?|meneer|de\sheer|dhr\.?)\s$", re.IGNORECASE)
# `Bilal A. van 5 juni 2012 is een zij-instromer`
_SENTENCE_START = re.compile(r"(?:[.!?:]\s|\n|^)\Z")
_VERB = re.compile(r"\s(?:is|was|heeft|had|zit|woont|gaat|ging|kan|mag|moet|wil|krijgt|kreeg|staat|komt|kwam)\s")
_IS_BEFORE = re.compile(r"\b(?:is|was)\s(?:(?:het|dat|dit)\s)?$", re.IGNORECASE)
# `Jan Rozema (5 juni 2019): wij schaffen de wachtlijst af`
_SAID = re.compile(r"\)?\s?:\s")
_OF_SEX = re.compile(r"[\s(,;|/](?:m|v|f|j|jongen|meisje|man|vrouw)[\s,;|/)]", re.IGNORECASE)
# `Sem; 23-11-2012; groep 5`
_CELL_BEHIND = re.compile(
    r"\s?[;|,/–-]\s?(?:groep|gr\.?|klas|leerjaar|lj\.?|sbo|so|vso|pro|vmbo|havo|vwo|tlv|opp|\d[a-f]\b)", re.IGNORECASE
)
# `Ruth Abrahaley, 5 januari 2012, bsn 999934508`
_IDENTITY_BEHIND = re.compile(
    rf"\s?[,;|–-]\s?(?:{alternation('identity_words')}(?!\w)"
    rf"|[A-ZÀ-Þ][\w. -]{{1,30}}{alternation('street_ends')}\s\d|0\d|\d{{4}}\s?[A-Z]{{2}}\b)"
    r"|\s(?:groep|gr\.?|klas|havo|vwo|vmbo(?:-\w{1,3})?|mavo)\s?\d\b"
)
_ROW_SIGN = re.compile(r"\s?[\s;|,]\s?")
_PUPIL_CELL = re.compile(
    r"[\s;|,(]{1,3}(?:groep|gr\.?|klas|leerjaar|lj\.?|sbo|so|vso|vmbo|havo|vwo|\d[a-f]\b)", re.IGNORECASE
)
# `Evi Pol 9-8-2021 om 10:13: eens!`
_TIME = re.compile(r",?\s(?:om\s)?(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)")
_GREETING = re.compile(r"(?<!\w)(?:groet(?:en|jes)?|gr|mvg|hoogachtend)\W{1,3}$", re.IGNORECASE)
_WORD_DISTANCE = 80
# Who is at school was born before; a later date beside a name is mostly that of a letter or a meeting.
_LATEST_YEAR = 2022
# Before this year few things happened that people still write about; a date in brackets is a birth.
_OF_ADULT = 1998

Span = tuple[int, int]


def bare_birth(context: BirthContext, date: Date) -> Span | None:
    """From the name right before a date to its end, if the date can hardly be anything else than a birth date."""
    if (date.year and date.year > _LATEST_YEAR) or _TIME.match(context.text, date.end):
        return None
    for name in _nearest_name(context, date):
        if is_row_under_header(context, name, date):
            return start_of_row(context, name), date.end
        gap = context.text[name.end : date.start]
        if _is_surely_of(context.text, name, gap, date) or _is_beside(context, name, gap, date):
            return name.start, date.end
    return _first_in_row(context, date)


def _first_in_row(context: BirthContext, date: Date) -> Span | None:
    """From a date that opens a line to the full name behind it, in a row that goes on as those of pupils do."""
    name = context.name_from(date.end)
    opens = context.text[max(0, date.start - 1) : date.start] in {"", "\n"}
    if not (opens and name and name.is_full and _ROW_SIGN.fullmatch(context.text, date.end, name.start)):
        return None
    return (date.start, name.end) if _PUPIL_CELL.match(context.text, name.end) else None


def _nearest_name(context: BirthContext, date: Date) -> list[Name]:
    """The name before a date, but for one that is only a sex in capitals: `Jasmijn | V | 17-06-2012`."""
    names = context.names_before(date.start, 2)
    return [name for name in names if context.text[name.start : name.end] not in {"M", "V", "J", "F", "X"}][:1]


def _is_surely_of(text: str, name: Name, gap: str, date: Date) -> bool:
    """Whether the words between name and date, or those around both, say that the one is of the other."""
    if not (name.is_full or name.listed):
        return False
    if says_is_of(gap):
        return True
    if says_of(gap):
        return is_called_child(text, name) or not is_of_event(text, name, date)
    if gap.strip() != "van":
        return False
    opens = bool(_SENTENCE_START.search(text[max(0, name.start - 2) : name.start]))
    is_before = bool(_IS_BEFORE.search(text, max(0, name.start - 10), name.start))
    return is_before or is_called_child(text, name) or (opens and bool(_VERB.match(text, date.end)))


def _is_beside(context: BirthContext, name: Name, gap: str, date: Date) -> bool:
    """Whether the date stands right beside the name, of a person for whom it can be the day of birth."""
    if date.loose or not is_row(gap):
        return False
    text = context.text
    if not (name.is_full or _POLITE.search(text, max(0, name.start - 10), name.start)):
        return name.listed and _is_of_child(text, name, date) and not is_of_event(text, name, date)
    if is_called_child(text, name) or _is_of_signer(text, name, gap, date):
        return True
    if is_of_event(text, name, date):
        return False
    return not date.has_month_name or _is_set_apart(context, name, gap, date)


def _is_of_signer(text: str, name: Name, gap: str, date: Date) -> bool:
    """Whether who signs gives a date of long ago in brackets: `Groet, Ans Kuik (20-4-1981)`."""
    is_old = bool(date.year and date.year < _OF_ADULT)
    return is_old and is_set_off(gap) and bool(_GREETING.search(text, max(0, name.start - 15), name.start))


def _is_set_apart(context: BirthContext, name: Name, gap: str, date: Date) -> bool:
    """Whether a date with the name of its month stands with the person and not in the sentence."""
    text = context.text
    word = context.word_from(date.end)
    if word and word.start() - date.end < _WORD_DISTANCE:
        return True
    if _SAID.match(text, date.end) and not is_labelled(text, name):
        return False
    if _OF_SEX.search(gap) or (name.is_full and _IDENTITY_BEHIND.match(text, date.end)):
        return True
    is_old = bool(date.year and date.year < _OF_ADULT)
    if (is_old and name.is_full) or ((name.listed or is_old) and is_set_off(gap)):
        return True
    return (
        is_labelled(text, name)
        or _is_of_form(text, name, gap, date)
        or (name.is_full and is_about_pupil(text, name, date))
    )


def _is_of_child(text: str, name: Name, date: Date) -> bool:
    """Whether a first name alone has a date of its own: with a sex or group, in brackets, among children."""
    if _OF_SEX.search(text, name.end, date.start) or _CELL_BEHIND.match(text, date.end):
        return True
    if is_cell(text[name.end : date.start], text[date.end : date.end + 2]):
        return True
    if _is_in_brackets(text, name, date):
        return True
    return not date.has_month_name and (is_called_child(text, name) or is_among_children(text, name))


def _is_in_brackets(text: str, name: Name, date: Date) -> bool:
    """Whether the date stands in brackets right behind the name: `Bram (3-9-'14)`."""
    return text[name.end : date.start].strip() in {"(", "["} and text[date.end : date.end + 1] in {")", "]", ",", ";"}


def _is_of_form(text: str, name: Name, gap: str, date: Date) -> bool:
    """Whether name and date have each a line of their own."""
    before, behind = text[: name.start].rpartition("\n")[2], text[date.end :].partition("\n")[0]
    return name.is_full and gap.strip() == "" and "\n" in gap and not before.strip() and not behind.strip()
