"""Who stands in for experts who are away: along the substitutes that they named, at most so many steps."""

from collections.abc import Callable, Mapping

MOST_STEPS = 4
"""A substitute who is away as well names another; the way ends here, at an end, or where it bites its tail."""


def substitute_for(
    person: int, named: Mapping[int, int], is_away: Callable[[int], bool], may_be_asked: Callable[[int], bool]
) -> int | None:
    """Return who can be asked in the place of someone, or None."""
    seen = {person}
    for _step in range(MOST_STEPS):
        substitute = named.get(person)
        if substitute is None or substitute in seen:
            return None
        if not is_away(substitute):
            return substitute if may_be_asked(substitute) else None
        seen.add(substitute)
        person = substitute
    return None
