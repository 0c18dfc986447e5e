"""Conditions and circumstances in a text that are sensitive once it is known whose they are."""

import re

from samenspraak.privacy.wordlists import alternation

_CONDITION = re.compile(rf"(?<!\w)(?=\w){alternation('conditions')}(?!\w)", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(rf"(?<!\w){alternation('circumstances')}(?!\w)", re.IGNORECASE)
# `odd`, `add`, `down`: in small letters only where a word before says that it is a condition.
_SHORT = re.compile(rf"(?<!\w)(?=\w){alternation('short_conditions')}(?!\w)", re.IGNORECASE)
_BEFORE_SHORT = re.compile(
    r"(?:\b(?:heeft|hebben|met|en|of|diagnose|door|wegens|vastgesteld|van|de|zijn|haar)|[,(+:/&])\s?$"
    r"|\bis\s[\w\s]{0,12}$",
    re.IGNORECASE,
)
# `autismecoach`, `ADHD-expert`, `dyslexiemodule`: named after a condition
_NAMED_AFTER = re.compile(
    r"-?(?:coach|specialist|expert|deskundige|centrum|netwerk|consulent|begeleid\w*|fonds|team|school|protocol|beleid|training|vereniging|module|lettertype"
    r"|werkgroep|programma|app|methode|lesbrief|congres|dag|week|verpleegkundige|loket|richtlijn|kenner|vriendelijke?)(?:e?n|s|[’\']s)?$",
    re.IGNORECASE,
)
_TIED = re.compile(r"-\w+")
_SHORTEST = len("adh")
_LOOKED_BACK = 25


def find_conditions(text: str) -> list[re.Match[str]]:
    """Every condition named in a text, in order."""
    short = (match for match in _SHORT.finditer(text) if _is_condition(text, match))
    found = sorted([*_CONDITION.finditer(text), *short], key=re.Match.start)
    return [match for match in found if not _is_named_after(text, match)]


def with_circumstances(text: str, conditions: list[re.Match[str]]) -> list[re.Match[str]]:
    """The conditions of a text, and what else makes a child stand out at its school, in order."""
    return sorted([*conditions, *_CIRCUMSTANCE.finditer(text)], key=re.Match.start)


def _is_named_after(text: str, match: re.Match[str]) -> bool:
    tied = _TIED.match(text, match.end())
    return bool(_NAMED_AFTER.search(text, match.start() + _SHORTEST, tied.end() if tied else match.end()))


def _is_condition(text: str, short: re.Match[str]) -> bool:
    before = text[max(0, short.start() - _LOOKED_BACK) : short.start()]
    return short[0][0].isupper() or bool(_BEFORE_SHORT.search(before))
