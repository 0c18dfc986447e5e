"""Conditions and circumstances in a text that are sensitive once it is known whose they are."""

import re

from samenspraak.privacy.wordlists import alternation

_CONDITION = re.compile(rf"(?<!\w)(?=\w){alternation('conditions')}(?!\w)", re.IGNORECASE)
# `odd`, `add`, `down`: in small letters only where a word before says that it is a condition.
_SHORT = re.compile(rf"(?<!\w)(?=\w){alternation('short_conditions')}(?!\w)", re.IGNORECASE)
_BEFORE_SHORT = re.compile(
    r"(?:\b(?:heeft|hebben|met|en|of|diagnose|door|wegens|vastgesteld|van|de|zijn|haar)|[,(+:/&])\s?$"
    r"|\bis\s[\w\s]{0,12}$",
    re.IGNORECASE,
)
_LOOKED_BACK = 25


def find_conditions(text: str) -> list[re.Match[str]]:
    """Every condition named in a text, in order."""
    short = (match for match in _SHORT.finditer(text) if _is_condition(text, match))
    return sorted([*_CONDITION.finditer(text), *short], key=re.Match.start)


def _is_condition(text: str, short: re.Match[str]) -> bool:
    before = text[max(0, short.start() - _LOOKED_BACK) : short.start()]
    return short[0][0].isupper() or bool(_BEFORE_SHORT.search(before))
