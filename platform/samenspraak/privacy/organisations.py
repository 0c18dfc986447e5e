"""Whether a text gives contact data as an organisation's or as a person's."""

import re

from samenspraak.privacy.wordlists import alternation

_ORGANISATION = re.compile(rf"(?<!\w){alternation('organisation_words')}(?!\w)", re.IGNORECASE)
_HOME = re.compile(rf"(?<!\w){alternation('home_words')}(?!\w)", re.IGNORECASE)
# `obs De Kiem | Schoolstraat 1 | 9451 AB Rolde`
_ROW_OF_SCHOOL = re.compile(rf"(?:^|\n)\W{{0,3}}{alternation('school_words')}\s[^\n]{{0,90}}$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\btel)(?<!\bnr)(?<!\bt\.a\.v)(?<!\bbijv)(?<!\balg)[.!?](?:\s|$)|\n\s*\n")
_LOOKED_BACK = 110


def is_of_organisation(text: str, start: int) -> bool:
    """Whether the sentence before a place names an organisation, and nothing of a home."""
    sentence = _SENTENCE_END.split(text[max(0, start - _LOOKED_BACK) : start])[-1]
    is_named = _ORGANISATION.search(sentence) or _ROW_OF_SCHOOL.search(sentence)
    return bool(is_named) and not _HOME.search(sentence)
