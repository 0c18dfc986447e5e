"""How common a Dutch word is, from the frequency list of wordfreq (read at first use, about 0.2 s)."""

import math
from functools import lru_cache

from wordfreq import cB_to_freq, get_frequency_list

from samenspraak.dutch.folding import fold

_PER_BILLION = 9
# Words of this field that a list of general Dutch lacks or finds rare, at the value of a known but uncommon word.
_FIELD_WORDS = ("toelaatbaar", "toelaatbaarheid", "zitter", "zitters")
_FIELD_ZIPF = 3.5


def frequency(word: str) -> float:
    """The Zipf value (log10 of occurrences per billion words) of a folded word; 0 for an unknown one."""
    return _frequencies().get(word, 0.0)


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    found: dict[str, float] = {}
    for centibels, words in enumerate(get_frequency_list("nl", wordlist="large")):  # the most common first
        zipf = math.log10(cB_to_freq(-centibels)) + _PER_BILLION
        for word in words:
            if len(word) >= 3 and word.isalpha():
                found.setdefault(fold(word), zipf)
    return found | dict.fromkeys(_FIELD_WORDS, _FIELD_ZIPF)
