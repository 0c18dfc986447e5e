"""The words of a profile that made it score, in the profile's own spelling."""

from collections.abc import Iterable

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.dutch.folding import fold
from samenspraak.dutch.words import frequency
from samenspraak.search.evidence import TermShare

_MOST_WORDS = 4
# A term that gave less than this share of the profile's score explains nothing.
_LEAST_SHARE = 0.08
# A word this common (Zipf: "geld", "twee", "komt") tells nothing of what someone knows, though it scored.
_EVERYDAY = 5.4
_RAREST_COUNTED = 7.0


def profile_words(profile: str, shares: Iterable[TermShare]) -> tuple[str, ...]:
    """The words behind the heaviest terms, most telling first; a part of a compound as the compound."""
    listed = list(shares)
    total = sum(each.share for each in listed)
    spelled: dict[str, str] = {}
    for token in analyse(profile):
        if token.text not in spelled or _is_plainer(token, spelled[token.text]):
            spelled[token.text] = token.surface
    heavy = [
        (each.share * (_RAREST_COUNTED - _frequency(spelled[each.term])), spelled[each.term])
        for each in listed
        if each.share >= _LEAST_SHARE * total and each.term in spelled
    ]
    words: dict[str, str] = {}
    for _weight, word in sorted(heavy, key=lambda found: -found[0]):
        if _frequency(word) < _EVERYDAY:
            words.setdefault(word.lower(), word)
    return tuple(words.values())[:_MOST_WORDS]


def _frequency(word: str) -> float:
    return frequency(fold(word))


def _is_plainer(token: Token, held: str) -> bool:
    return not token.extra and len(token.surface) < len(held)
