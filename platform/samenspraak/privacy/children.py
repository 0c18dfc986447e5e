"""A single child whom readers could recognise."""

from collections.abc import Iterator

from samenspraak.privacy.children_named import find_named_children
from samenspraak.privacy.children_placed import find_placed_children
from samenspraak.privacy.conditions import find_conditions, with_circumstances
from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.readings import Reading


def find_children(reading: Reading) -> Iterator[Finding]:
    """Yield each stretch that makes one child recognisable; those found by name come first."""
    conditions = find_conditions(reading.plain)
    for start, end in find_named_children(reading.plain, reading.names, conditions):
        yield Finding(start, end, Kind.CHILD)
    for start, end in find_placed_children(reading.plain, with_circumstances(reading.plain, conditions)):
        yield Finding(start, end, Kind.CHILD)
