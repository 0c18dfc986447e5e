"""Ranking experts for a question, as a pure function over plain values; `matching.points` has the formula.

Availability and load never touch the score; they decide who is left out, who stands in for whom, and the order of who
scores the same (`matching.spread`). What an expert said of a question like this one does: "niet mijn vak" takes
`not_my_subject` of all points, as far as the two questions are alike (`matching.likeness`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from samenspraak.matching.availability import last_day_before
from samenspraak.matching.eligibility import Candidate, LeftOut, left_out, waived
from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.parts import Part, RefusedSubject, StandsIn, Vote, total
from samenspraak.matching.points import points_of
from samenspraak.matching.rulebook import Rulebook
from samenspraak.matching.spread import spread
from samenspraak.matching.standing_in import substitute_for
from samenspraak.matching.weights import WEIGHTS, Weights
from samenspraak.search.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with a score, which is the sum of its parts; `fit` is 1 to 3.

    `waived` is what would leave them out if an administrator had not switched the rule off.
    """

    candidate: Candidate
    score: float
    parts: tuple[Part, ...]
    fit: int
    left_out: LeftOut | None
    waived: tuple[LeftOut, ...] = ()

    @property
    def person(self) -> int:
        """Who this is."""
        return self.candidate.person

    @property
    def lately(self) -> int:
        """How much they were asked lately."""
        return self.candidate.lately

    @property
    def threads(self) -> tuple[int, ...]:
        """The questions that voted, strongest first."""
        return tuple(part.question_id for part in self.parts if isinstance(part, Vote))

    @property
    def stands_in_for(self) -> StandsIn | None:
        """Whose place this expert takes, if any."""
        return next((part for part in self.parts if isinstance(part, StandsIn)), None)


def rank_experts(
    evidence: Evidence,
    candidates: Iterable[Candidate],
    now: datetime,
    weights: Weights = WEIGHTS,
    rulebook: Rulebook | None = None,
) -> list[Ranked]:
    """All candidates for whom something speaks, best first; those who are left out follow, each with the reason."""
    rules = rulebook or Rulebook()
    people = {each.person: each for each in candidates}
    parts: dict[int, tuple[Part, ...]] = {
        person: (*found, *_refused(people[person], found, weights, rules))
        for person, found in points_of(evidence, people, now, weights).items()
    }
    parts |= _standing_in(people, parts, now, rules)
    scores = {person: total(found) for person, found in parts.items()}
    best = max(scores.values(), default=0.0)
    ranked = [
        Ranked(
            candidate=people[person],
            score=score,
            parts=parts[person],
            fit=_fit(score, best, weights),
            left_out=left_out(people[person], now, rules),
            waived=waived(people[person], now, rules),
        )
        for person, score in scores.items()
    ]
    can_be_asked = spread([each for each in ranked if each.left_out is None], best, rules)
    return [*can_be_asked, *spread([each for each in ranked if each.left_out is not None], best, rules)]


def _refused(
    candidate: Candidate, parts: Iterable[Part], weights: Weights, rulebook: Rulebook
) -> tuple[RefusedSubject, ...]:
    """What the refused question that is most like this one takes; nothing for questions that are hardly alike."""
    alike, question_id = max(((alike, key) for key, alike in candidate.refused.items()), default=(0.0, 0))
    if alike < weights.least_alike or not rulebook.holds(RankingRule.NOT_MY_SUBJECT):
        return ()
    return (RefusedSubject(question_id, -weights.not_my_subject * alike * total(parts)),)


def _standing_in(
    people: Mapping[int, Candidate], parts: Mapping[int, tuple[Part, ...]], now: datetime, rulebook: Rulebook
) -> dict[int, tuple[Part, ...]]:
    """The parts of those who are lifted to the place of someone who is away; of several the one with most points."""
    if not rulebook.holds(RankingRule.SUBSTITUTE) or not rulebook.holds(RankingRule.AWAY):
        return {}
    named = {person: each.substitute for person, each in people.items() if each.substitute is not None}
    lifted: dict[int, tuple[Part, ...]] = {}
    for person in sorted(named.keys() & parts.keys(), key=lambda each: (-total(parts[each]), each)):
        if left_out(people[person], now, rulebook) is not LeftOut.AWAY:
            continue
        substitute = substitute_for(
            person,
            named,
            lambda each: each in people and people[each].is_away(now),
            lambda each: each in people and left_out(people[each], now, rulebook) is None,
        )
        if substitute is not None and substitute not in lifted:
            own = parts.get(substitute, ())
            missing = total(parts[person]) - total(own)
            back = people[person].away_until
            if missing > 0 and back is not None:
                lifted[substitute] = (*own, StandsIn(person, last_day_before(back), missing))
    return lifted


def _fit(score: float, best: float, weights: Weights) -> int:
    return 3 if score >= weights.good_fit * best else 2 if score >= weights.fair_fit * best else 1
