"""Which questions are enough like this one to be named as a reason: a weak likeness may vote, but convinces nobody."""

from samenspraak.matching.weights import TELLING
from samenspraak.search.evidence import Evidence


def telling_threads(evidence: Evidence) -> frozenset[int]:
    """Return the threads that are near enough to the one that is most like it."""
    highest = max((thread.score for thread in evidence.threads), default=0.0)
    return frozenset(thread.key for thread in evidence.threads if thread.score >= TELLING.threads * highest)
