"""Points as they are shown: whole thousandths that add up to the total that is shown."""

import math
from collections.abc import Sequence

THOUSANDTHS = 1000


def shown_points(points: Sequence[float]) -> list[int]:
    """Return each number in thousandths, so that the sum is that of all, rounded once.

    The largest remainders are rounded up (Hamilton's method), which keeps each within one of what it was.
    """
    exact = [each * THOUSANDTHS for each in points]
    floors = [math.floor(each) for each in exact]
    missing = round(math.fsum(exact)) - sum(floors)
    by_remainder = sorted(range(len(exact)), key=lambda number: floors[number] - exact[number])
    raised = frozenset(by_remainder[:missing])
    return [floor + (number in raised) for number, floor in enumerate(floors)]
