"""Only a question that is much like this one is named as a reason."""

from samenspraak.matching.telling import telling_threads
from samenspraak.search.evidence import Evidence, ThreadEvidence


def test_threads_far_below_the_best_are_not_telling_and_the_order_stays() -> None:
    evidence = Evidence([ThreadEvidence(1, 10.0, ()), ThreadEvidence(2, 4.0, ()), ThreadEvidence(3, 3.9, ())])

    assert telling_threads(evidence, (3, 2, 1)) == (2, 1)
    assert telling_threads(Evidence(), (1,)) == ()
