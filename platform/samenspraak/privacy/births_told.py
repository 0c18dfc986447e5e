"""Dates that a text calls somebody's date of birth."""

import re

from samenspraak.privacy.birth_context import BirthContext
from samenspraak.privacy.dates import Date
from samenspraak.privacy.names import Name
from samenspraak.privacy.wordlists import alternation

# From birth word to date: `geb. dd.`, `geboren te Urk op`, `Geboortedatum (dd-mm-jjjj):`; no other number or sentence.
_FROM_WORD_TO_DATE = re.compile(r"(?:[^\d.!?\n;]|\.(?!\s?[^\W\d_]{3})|(?<![^\W\d_]{2})\.|\n(?=[\s|]*$)){0,45}")
# `geboortejaar 2012, op 16 juli 2012`: the same year twice
_YEAR_AGAIN = re.compile(r"[:\s]{1,3}(?:\w{2,8}\s){0,2}(?P<year>(?:19|20)\d\d)[^\d.!?\n;]{1,40}")
_OF_MANY = re.compile(rf"(?<!\w){alternation('not_one_birth')}(?!\w)", re.IGNORECASE)
# After the date: `werd op 11 november 2016 geboren`; with the name between: `7 juli 2011 werd Femke Ypma geboren`.
_BORN_AFTER = re.compile(
    r"[\s,)]{1,3}(?:is\s|werd\s|was\s)?(?:(?:te|in)\s\w{2,20}\s)?(?:geboren|ter\swereld|het\slevenslicht)\b",
    re.IGNORECASE,
)
_BORN_AROUND = re.compile(
    r"[\s,]{1,3}(?:is|werd|was|kwam|zag)\s(?P<between>[^.!?\n\d]{2,60}?)\s(?:geboren|ter\swereld|het\slevenslicht)\b",
    re.IGNORECASE,
)
# Between date and the name behind it: `geb. 09-10-2014, naam: Anne-Fleur`.
_FROM_DATE_TO_NAME = re.compile(
    r"[^\w.!?]{1,4}(?:\n\s{0,3})?(?:(?:(?:roep|voor)?naam|name|cliënt|kind|leerling|van|betreft|genaamd|heet)(?:\sleerling)?\W{1,3}){0,2}"
    r"|\s(?:heeft|is|had|kreeg|krijgt|woont|zit|staat|verblijft|ging|gaat)\s",
    re.IGNORECASE,
)
# Between the name and its date: `de geboortedatum van Lotte Verbeek is 3-2-2012`.
_FROM_NAME_TO_DATE = re.compile(r"\W{1,3}(?:(?:is|was|luidt|staat|dus|op)\W{1,3}){0,3}", re.IGNORECASE)
# `de geboortedatum van Lotte staat verkeerd in de brief: 3-2-2012`
_WORD_OF = re.compile(r"\svan\s(?:\w+\s){0,3}$")
_LOOSELY_TO_DATE = re.compile(r"[^\d.!?\n;]{1,50}")
# What may stand between a single word with a capital and its birth word, for that to be a name.
_LINK = re.compile(r"\W{0,3}(?:(?:is|was|werd|die|en|hij|zij|ze|zijn|haar|de|het|op)\W{1,3}){0,4}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[!?;]|\.(?=\s[^\W\d_])|\n")
_LABEL = re.compile(r"(?:naam|leerling|kind|betreft|initialen|letters|patiënt|cliënt)[^\w\n]{1,4}$", re.IGNORECASE)
_LABELLED_BEFORE = re.compile(r"(?:\n\w{1,20}\s?:[^\n]{0,15})?\n\w{0,20}\s?:?\s{0,3}")
# `Ik ben op 9 mei 1990 geboren en heet Iris`
_THEN_CALLED = re.compile(
    r"[\s,;.]{1,3}(?:en\s)?(?:(?:ik|hij|zij|ze|wij)\s)?(?:heet|heette|noemen\s\w{2,4}|(?:zijn|haar|mijn|de)\snaam\sis)\s",
    re.IGNORECASE,
)
_BORN_IN = re.compile(r",?\s(?:te|in|uit)\s[\w-]{2,25}(?:\s\([\w\s]{2,20}\))?(?=[\s,;])")
_IN_PLACE = re.compile(r"\b(?:te|in|uit)\s$", re.IGNORECASE)
_NEAR = 100
_FAR = 220
_AFTER_SENTENCE = 25
_LABEL_LENGTH = 15
_NAMES_TRIED = 4

Span = tuple[int, int]


def told_birth(context: BirthContext, date: Date) -> Span | None:
    """From name to date, or from date to name, where the text says that one was born then."""
    if around := _BORN_AROUND.match(context.text, date.end):
        name = context.name_from(around.start("between"))
        if name and name.start < around.end("between"):
            return date.start, around.end()
    if after := _BORN_AFTER.match(context.text, date.end):
        name = _name_before(context, date.start)
        return (name.start, after.end()) if name else _called_behind(context, date, after.end())
    word = _birth_word_of(context, date)
    return _with_birth_word(context, word, date) if word else None


def _birth_word_of(context: BirthContext, date: Date) -> re.Match[str] | None:
    """The birth word before a date, unless it is about many births or the date has a word of its own."""
    word = context.word_before(date.start)
    if not word:
        return None
    gap = context.text[word.end() : date.start]
    year = _YEAR_AGAIN.fullmatch(gap)
    is_bound = _FROM_WORD_TO_DATE.fullmatch(gap) or (year and int(year["year"]) == date.year)
    return word if is_bound and not _OF_MANY.search(gap) else None


def _with_birth_word(context: BirthContext, word: re.Match[str], date: Date) -> Span | None:
    for between in context.names_before(date.start, 1):
        is_place = _IN_PLACE.search(context.text, word.end(), between.start)
        is_near = between.start > word.end() and not is_place
        if is_near and _is_date_of(context.text, word, between, date):
            return between.start, date.end
    if before := _name_before(context, word.start()):
        return _from_first_label(context, before), date.end
    end = _end_of_place(context, date)
    behind = context.name_from(end)
    if behind and _FROM_DATE_TO_NAME.fullmatch(context.text, end, behind.start):
        return (word.start(), behind.end) if behind.is_full or behind.listed else None
    return None


def _is_date_of(text: str, word: re.Match[str], name: Name, date: Date) -> bool:
    """Whether a date behind a birth word and a name is that of the name."""
    is_of = _WORD_OF.fullmatch(text[word.end() : name.start])
    return bool((_LOOSELY_TO_DATE if is_of else _FROM_NAME_TO_DATE).fullmatch(text, name.end, date.start))


def _end_of_place(context: BirthContext, date: Date) -> int:
    """Where the words behind a date of birth end that tell the place."""
    place = _BORN_IN.match(context.text, date.end)
    return place.end() if place else date.end


def _called_behind(context: BirthContext, date: Date, end: int) -> Span | None:
    """From a date to the name that is told of behind the birth."""
    name = context.name_from(end)
    return (date.start, name.end) if name and _THEN_CALLED.fullmatch(context.text, end, name.start) else None


def _name_before(context: BirthContext, place: int) -> Name | None:
    """The nearest name before a birth word (or date) that is bound to it."""
    names = context.names_before(place, _NAMES_TRIED)
    return next((name for name in names if _is_bound(context, name, place)), None)


def _is_bound(context: BirthContext, name: Name, place: int) -> bool:
    gap = context.text[name.end : min(place, name.end + _FAR + 1)]
    if len(gap) > _FAR or _OF_MANY.search(gap):
        return False
    if _is_labelled(context, name) and "\n\n" not in gap:
        return True
    sentence_end = _SENTENCE_END.search(gap)
    if len(gap) > _NEAR or (sentence_end and len(gap) - sentence_end.end() > _AFTER_SENTENCE):
        return False
    return name.is_full or name.listed or bool(_LINK.fullmatch(gap))


def _is_labelled(context: BirthContext, name: Name) -> bool:
    return bool(_LABEL.search(context.text[max(0, name.start - _LABEL_LENGTH) : name.start]))


def _from_first_label(context: BirthContext, name: Name) -> int:
    """Where the name begins, also when a form has its parts on lines of their own."""
    for part in context.names_before(name.start, 1):
        if _LABELLED_BEFORE.fullmatch(context.text, part.end, name.start) and _is_labelled(context, name):
            return part.start
    return name.start
