"""Who can be asked and who cannot, and why: pure, over an expert as ranking sees one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.rulebook import Rulebook


class LeftOut(StrEnum):
    """Why someone who fits is not proposed."""

    IS_ASKER = "is_asker"
    OWN_ORGANISATION = "own_organisation"
    DECLARED_TIE = "declared_tie"
    AWAY = "away"
    FULL = "full"


RULE_OF = MappingProxyType(
    {
        LeftOut.OWN_ORGANISATION: RankingRule.OWN_ORGANISATION,
        LeftOut.DECLARED_TIE: RankingRule.DECLARED_TIE,
        LeftOut.AWAY: RankingRule.AWAY,
        LeftOut.FULL: RankingRule.FULL,
    }
)
"""The rule that each reason rests on; a reason that is not here cannot be switched off."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expert as ranking sees one.

    `capacity` is how many questions a week they take (None: no limit), `week_load` how many they have in hand or were
    asked this week, `lately` the same over the last four weeks. `substitute` is whom they named for now.
    `refused` has for each question of which they said that it is not their subject how alike it is to this one (0-1).
    """

    person: int
    capacity: int | None = None
    week_load: int = 0
    lately: int = 0
    away_until: datetime | None = None
    substitute: int | None = None
    is_asker: bool = False
    shares_organisation: bool = False
    has_tie: bool = False
    refused: Mapping[int, float] = field(default_factory=dict, hash=False)

    def is_away(self, now: datetime) -> bool:
        """Say whether they are away at a moment."""
        return self.away_until is not None and self.away_until > now

    @property
    def is_full(self) -> bool:
        """Whether one more question would be over what they take in a week."""
        return self.capacity is not None and self.week_load >= self.capacity


def left_out(candidate: Candidate, now: datetime, rulebook: Rulebook) -> LeftOut | None:
    """Why a candidate is not proposed, or None."""
    return next((each for each in hindrances(candidate, now) if _counts(each, rulebook)), None)


def waived(candidate: Candidate, now: datetime, rulebook: Rulebook) -> tuple[LeftOut, ...]:
    """What would keep a candidate out if its rule were not switched off."""
    return tuple(each for each in hindrances(candidate, now) if not _counts(each, rulebook))


def hindrances(candidate: Candidate, now: datetime) -> Iterator[LeftOut]:
    """All that speaks against asking a candidate, whichever rules hold; the weightiest first."""
    if candidate.is_asker:
        yield LeftOut.IS_ASKER
    if candidate.shares_organisation:
        yield LeftOut.OWN_ORGANISATION
    if candidate.has_tie:
        yield LeftOut.DECLARED_TIE
    if candidate.is_away(now):
        yield LeftOut.AWAY
    if candidate.is_full:
        yield LeftOut.FULL


def _counts(reason: LeftOut, rulebook: Rulebook) -> bool:
    return reason not in RULE_OF or rulebook.holds(RULE_OF[reason])
