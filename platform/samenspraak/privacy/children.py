"""A single child whom readers could recognise."""

from collections.abc import Iterator

from samenspraak.privacy.children_named import find_named_children
from samenspraak.privacy.children_placed import find_placed_children
from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.letter_case import with_likely_capitals


def find_children(text: str) -> Iterator[Finding]:
    """Yield each stretch that makes one child recognisable; those found by name come first."""
    plain = with_likely_capitals(text)
    for find in (find_named_children, find_placed_children):
        for start, end in find(plain):
            yield Finding(start, end, Kind.CHILD)
