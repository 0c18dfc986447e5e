"""Which threads are near enough to be named."""

from samenspraak.matching.telling import telling_threads
from samenspraak.search.evidence import Evidence, ThreadEvidence


def test_a_thread_needs_a_good_share_of_the_best_ones_score() -> None:
    evidence = Evidence((ThreadEvidence(1, 10.0, ()), ThreadEvidence(2, 4.0, ()), ThreadEvidence(3, 3.9, ())))
    assert telling_threads(evidence) == {1, 2}
    assert telling_threads(Evidence()) == frozenset()
