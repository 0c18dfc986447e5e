"""Why an expert was ranked as it was, drawn from what really scored and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass

from samenspraak.dutch.analysis import Token, analyse
from samenspraak.matching.ranking import Ranked
from samenspraak.search.evidence import Evidence, TermShare

_MOST_THREADS = 3
_MOST_WORDS = 4
# A term that gave less than this share of the profile's score explains nothing.
_LEAST_SHARE = 0.08


@dataclass(frozen=True, slots=True)
class Explanation:
    """The questions whose answers counted most, by key, and the words of the profile that did, as they stand there."""

    threads: tuple[int, ...]
    words: tuple[str, ...]


def explain(ranked: Ranked, evidence: Evidence, profile: str) -> Explanation:
    """The reasons for one expert; `profile` is the text that was indexed (headline, expertise, themes)."""
    found = evidence.profiles.get(ranked.candidate.person)
    words = profile_words(profile, found.shares) if found and ranked.parts.profile > 0 else ()
    threads = ranked.threads[:_MOST_THREADS] if ranked.parts.votes > 0 else ()
    return Explanation(threads, words)


def profile_words(profile: str, shares: Iterable[TermShare]) -> tuple[str, ...]:
    """The words behind the heaviest terms in the profile's own spelling; a part of a compound as the compound."""
    listed = list(shares)
    total = sum(each.share for each in listed)
    spelled: dict[str, str] = {}
    for token in analyse(profile):
        if token.text not in spelled or _is_better(token, spelled[token.text]):
            spelled[token.text] = token.surface
    heavy = [each.term for each in listed if each.share >= _LEAST_SHARE * total]
    words = {spelled[term].lower(): spelled[term] for term in reversed(heavy) if term in spelled}
    return tuple(reversed(words.values()))[:_MOST_WORDS]


def _is_better(token: Token, held: str) -> bool:
    """Whether this spelling names a term more plainly: the word itself before a compound with it."""
    return not token.extra and len(token.surface) < len(held)
