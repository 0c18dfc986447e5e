"""What a sentence says of a date beside a name: that a pupil is spoken of, or that something else happened then."""

import re

from samenspraak.privacy.dates import Date
from samenspraak.privacy.names import Name, is_in_list_of_staff, is_titled
from samenspraak.privacy.professionals import is_maker
from samenspraak.privacy.wordlists import alternation

_LABELLED = re.compile(
    r"(?:naam|leerling|lln|llg|kind|ouder|moeder|vader|voogd|betreft)(?:\s\d)?\s?:\s{0,3}$", re.IGNORECASE
)
_KIN = re.compile(
    rf"(?<!\w)(?:{alternation('children')}|cli[eë]nte?|pati[eë]nte?|verzekerde)\s?:?\s{{0,2}}$", re.IGNORECASE
)
_OF_CHILDREN = re.compile(
    r"(?<!\w)(?:leerlingen|kinderen|broers|broertjes|zussen|zusjes|tweeling|zonen|dochters)(?!\w)", re.IGNORECASE
)
_OF_PUPIL = re.compile(rf"(?<!\w){alternation('pupil_words')}(?!\w)", re.IGNORECASE)
_MATTER_OF_PUPIL = re.compile(rf"(?<!\w){alternation('pupil_matters')}\s(?:van|voor)\s$", re.IGNORECASE)
_EVENT = re.compile(rf"(?<!\w){alternation('events')}(?!\w)", re.IGNORECASE)
# `Verslag: Anneke de Boer | 3-9-2018`
_LABEL_OF_EVENT = re.compile(rf"(?<!\w){alternation('events')}\s?:\s{{0,3}}$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.:;!?\n‘“]")
_CLAUSE_END_AFTER = re.compile(r"[.:;!?\n)]")
_CITED = re.compile(r"\s?:\s?[\"“„‘']")
_AROUND = 40
_FAR = 120


def is_called_child(text: str, name: Name) -> bool:
    """Whether the word right before a name says that a child bears it."""
    return bool(_KIN.search(text[max(0, name.start - _AROUND) : name.start]))


def is_labelled(text: str, name: Name) -> bool:
    """Whether the label of a form stands right before a name."""
    return bool(_LABELLED.search(text[max(0, name.start - _AROUND) : name.start]))


def is_among_children(text: str, name: Name) -> bool:
    """Whether several children are spoken of shortly before a name."""
    return bool(_OF_CHILDREN.search(text[max(0, name.start - _AROUND) : name.start]))


def is_about_pupil(text: str, name: Name, date: Date) -> bool:
    """Whether words that are said of pupils stand around a name and date, and not what was said on that date."""
    if text[date.end : date.end + 2] == ": ":
        return False
    before, behind = text[max(0, name.start - _FAR) : name.start], text[date.end : date.end + _FAR]
    return bool(_MATTER_OF_PUPIL.search(before) or _OF_PUPIL.search(before) or _OF_PUPIL.search(behind))


def is_of_event(text: str, name: Name, date: Date) -> bool:
    """Whether the name is that of an official, the clause tells what else happened then, or somebody is cited."""
    looked_back = text[max(0, name.start - _AROUND) : name.start]
    before = _CLAUSE_END.split(looked_back)[-1]
    if (
        is_in_list_of_staff(text, name.start)
        or is_maker(text, name.start)
        or _CITED.match(text, date.end)
        or _LABEL_OF_EVENT.search(looked_back)
    ):
        return True
    after = _CLAUSE_END_AFTER.split(text[date.end : date.end + _AROUND])[0]
    return is_titled(text, name.start) or bool(_EVENT.search(f"{before}{text[name.start : date.start]} {after}"))
