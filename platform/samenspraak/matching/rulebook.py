"""Which rules beside the text hold for one ranking, and what seeds the order of equals."""

from dataclasses import dataclass

from samenspraak.matching.kinds import RankingRule

EVERY_RULE = frozenset(RankingRule)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules that administrators left on, and the id of the question, which seeds the order of who scores the same.

    Some rules cannot be switched, and are not in here: nobody is proposed for their own question, for one that they
    declined, or while they are not listed.
    """

    on: frozenset[RankingRule] = EVERY_RULE
    seed: int = 0

    @property
    def off(self) -> tuple[RankingRule, ...]:
        """The rules that an administrator switched off."""
        return tuple(rule for rule in RankingRule if rule not in self.on)

    def holds(self, rule: RankingRule) -> bool:
        """Say whether a rule is on."""
        return rule in self.on
