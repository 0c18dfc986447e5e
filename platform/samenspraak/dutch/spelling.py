"""How Dutch writes one and the same stem: maken and maak, leggen and leg, reizen and reis, leven and leef."""

import re

_LONG = "aeou"
_OPENED = re.compile(r"(?<![aeiouy])[aeou][bcdfghjklmnpqrstvwz]$")
_LATE_LONG = re.compile(r"[aeiouy][^aeiouy].*(aa|ee|oo|uu)[^aeiouy]$")
_DOUBLED = re.compile(r"([bcdfgklmnprstvz])\1$")
_STEM = re.compile(r".*[aeiouy].*(?:[^aeiouy]|[aeou]i|ij)")
_VOICED = {"v": "f", "z": "s"}


def closed(word: str) -> str:
    """A stem as written at the end of a word, given as written before `en` or `e`: mak is maak, legg is leg."""
    if _DOUBLED.search(word):
        return word[:-1]
    if _OPENED.search(word):
        word = word[:-1] + word[-2:]
    return word[:-1] + _VOICED.get(word[-1:], word[-1:])


def opened(stem: str) -> tuple[str, ...]:
    """The ways in which a stem may be written before `en`: reis is reiz or reis, leg is legg."""
    if len(stem) > 2 and stem[-2] == stem[-3] and stem[-2] in _LONG:
        stem = stem[:-2] + stem[-1]
        found = [stem]
    elif _OPENED.search(stem):
        found = [stem + stem[-1], stem]
    else:
        found = [stem]
    voiced = {"f": "v", "s": "z"}.get(stem[-1])
    return tuple(found if voiced is None else [stem[:-1] + voiced, *found])


def without_ending(base: str, *, keeps_en: bool = False) -> str:
    """The stem of a base form: without the `en` of a verb, the `e` of a noun."""
    if base.endswith("en") and not keeps_en and _STEM.fullmatch(base[:-2]):
        return shortened(closed(base[:-2]))
    if base.endswith("e") and len(base) > 3 and _STEM.fullmatch(base[:-1]):
        return shortened(closed(base[:-1]))
    return shortened(base)


def shortened(stem: str) -> str:
    """A stem without the length of its last vowel when others go before: registreer and vergader end alike."""
    return stem[:-2] + stem[-1] if _LATE_LONG.search(stem) else stem
