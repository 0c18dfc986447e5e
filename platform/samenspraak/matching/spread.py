"""The order of experts who fit equally well: who was asked least comes first, then chance that can be repeated.

Best first, experts are gathered in bands: a band begins with the best who is left, and holds everyone whose score is
less than `TOLERANCE` of the best score of all below it. Only within a band does the order change, so that nobody
passes an expert whose score is clearly higher. Chance is a hash of the question's id and the person's: the same
question always has the same order, the next one another.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Protocol, TypeVar

from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.rulebook import Rulebook

TOLERANCE = 0.01


class Spreadable(Protocol):
    """What has a score, a person, and how often that person was asked lately."""

    @property
    def score(self) -> float:
        """The sum of the parts."""

    @property
    def person(self) -> int:
        """Whom it is about."""

    @property
    def lately(self) -> int:
        """How many questions they were asked in the last weeks, or still have in hand."""


T = TypeVar("T", bound=Spreadable)


def spread(ranked: Sequence[T], best: float, rulebook: Rulebook) -> list[T]:
    """Return the ranked, best first, and equals in a fair order."""

    def turn(each: T) -> tuple[int, int, int]:
        load = each.lately if rulebook.holds(RankingRule.LIGHTEST_LOAD_FIRST) else 0
        luck = draw(rulebook.seed, each.person) if rulebook.holds(RankingRule.FAIR_SPREAD) else 0
        return load, luck, each.person

    by_score = sorted(ranked, key=lambda each: (-each.score, each.person))
    return [each for band in _bands(by_score, TOLERANCE * best) for each in sorted(band, key=turn)]


def draw(question_id: int, person_id: int) -> int:
    """Return a number that looks like chance and is always the same for this question and person."""
    return int.from_bytes(blake2b(f"{question_id}:{person_id}".encode(), digest_size=8).digest())


def _bands(by_score: Sequence[T], width: float) -> Iterator[list[T]]:
    band: list[T] = []
    for each in by_score:
        if band and band[0].score - each.score > width:
            yield band
            band = []
        band.append(each)
    if band:
        yield band
