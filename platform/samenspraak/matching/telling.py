"""Which questions are enough like this one to be named as a reason: a weak likeness may vote, but convinces nobody."""

from collections.abc import Iterable

from samenspraak.search.evidence import Evidence

LEAST_SHARE = 0.4
"""Share of the best thread's score that a thread needs."""


def telling_threads(evidence: Evidence, threads: Iterable[int]) -> tuple[int, ...]:
    """Return those of some threads that are telling, in their order."""
    highest = max((thread.score for thread in evidence.threads), default=0.0)
    telling = {thread.key for thread in evidence.threads if thread.score >= LEAST_SHARE * highest}
    return tuple(key for key in threads if key in telling)
