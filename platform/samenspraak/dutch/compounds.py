"""The parts of a Dutch compound: `ondersteuningsplanraad` is ondersteuning + plan + raad.

Dynamic programming over a frequency list. Each part costs a fixed amount less its Zipf value, so few and common parts
win; the whole word competes at its own price. bench/README.md says on what the constants were measured.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from samenspraak.dutch.dictionary import entry, is_infinitive, is_known
from samenspraak.dutch.inflection import infinitives
from samenspraak.dutch.partlists import DERIVED, FIELD_HEADS, FIELD_STARTS, NO_FIRST, NO_LATER
from samenspraak.dutch.words import frequency


@dataclass(frozen=True)
class Splitting:
    """What the splitter was set to by measurement; see bench/README.md."""

    shortest: int = 8
    shortest_rejoined: int = 6
    longest: int = 40
    part_cost: float = 6.7
    whole_cost: float = 9.6
    link_cost: float = 0.3
    min_zipf: float = 2.3
    min_zipf_of_three: float = 3.8
    derived_loss: float = 0.5
    split_again_from: int = 13
    verb_zipf: float = 3.3
    everyday_zipf: float = 3.6


SPLITTING = Splitting()
_LINKS = ("", "s", "en", "n")


@lru_cache(maxsize=65536)
def split_compound(word: str) -> tuple[str, ...]:
    """The parts of a folded word without their link letters; a word that is no compound comes back alone."""
    if not SPLITTING.shortest <= len(word) <= SPLITTING.longest or not word.isalpha():
        return (word,)
    if _is_one_word(word):
        return (word,)
    score, parts = _cheapest(word)
    whole = frequency(word)
    if not parts or (whole and whole - SPLITTING.whole_cost >= score):
        return (word,)
    return tuple(piece for part in _rejoined(parts) for piece in _again(part))


def _is_one_word(word: str) -> bool:
    """Whether a word is known to be no compound, or to mean something else than its parts."""
    base = entry(word)
    if base is None:
        return False
    if is_infinitive(base) and (base != word or frequency(word) >= SPLITTING.verb_zipf):
        return True
    if is_known(word) and word.endswith(DERIVED):
        return True
    is_of_field = word.endswith(FIELD_HEADS) or word.startswith(FIELD_STARTS)
    return frequency(word) >= SPLITTING.everyday_zipf and not is_of_field


def _rejoined(parts: Sequence[str]) -> list[str]:
    """The parts with those put together again that are one word: weer + stand + vermogen is weerstand + vermogen."""
    found: list[str] = []
    for part in parts:
        if found and len(joined := found[-1] + part) >= SPLITTING.shortest_rejoined and _is_one_word(joined):
            found[-1] = joined
        else:
            found.append(part)
    return found


def _again(part: str) -> tuple[str, ...]:
    return split_compound(part) if len(part) >= SPLITTING.split_again_from else (part,)


def _cheapest(word: str) -> tuple[float, tuple[str, ...]]:
    """The best division of the word, or no parts at all."""
    length = len(word)
    best: list[tuple[float, tuple[str, ...]] | None] = [None] * (length + 1)
    best[0] = (0.0, ())
    for end in range(3, length + 1):
        for start in range(end - 2):
            before = best[start]
            if before is None or end - start == length:
                continue
            for part, price in _readings(word[start:end], is_first=start == 0, is_last=end == length):
                score = before[0] - price
                held = best[end]
                if held is None or score > held[0]:
                    best[end] = (score, (*before[1], part))
    return best[length] or (0.0, ())


def _readings(piece: str, *, is_first: bool, is_last: bool) -> list[tuple[str, float]]:
    """The words that a piece of a compound can be, each with its price."""
    found = []
    for link in _LINKS[:1] if is_last else _LINKS:
        part = piece.removesuffix(link) if link else piece
        if (link and part == piece) or len(part) < 3 or part in NO_FIRST:
            continue
        if not is_first and part in NO_LATER:
            continue
        zipf = _frequency_in_compound(part)
        if zipf >= (SPLITTING.min_zipf_of_three if len(part) == 3 else SPLITTING.min_zipf):
            found.append((part, SPLITTING.part_cost - zipf + (SPLITTING.link_cost if link else 0)))
    return found


@lru_cache(maxsize=65536)
def _frequency_in_compound(part: str) -> float:
    """The frequency of a part; one that the list lacks (zitters, inschrijf, verlater) takes its base's, less a loss."""
    known = frequency(part)
    if known >= SPLITTING.min_zipf or len(part) < 5:
        return known
    return max([known, *(frequency(base) - SPLITTING.derived_loss for base in _bases(part) if len(base) > 4)])


def _bases(part: str) -> Iterator[str]:
    yield from (part.removesuffix(ending) for ending in ("heid", "s", "en") if part.endswith(ending))
    yield from filter(is_infinitive, infinitives(part))
    for ending in ("ers", "er"):
        if part.endswith(ending) and is_infinitive(verb := part.removesuffix(ending) + "en"):
            yield verb
