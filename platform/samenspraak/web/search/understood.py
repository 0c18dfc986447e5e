"""What the search page says of how a query was read: spelled otherwise, widened, narrowed, or not used."""

import dataclasses
from collections.abc import Collection

from samenspraak.search.request import SearchResult
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.web.search.asked import Asked
from samenspraak.web.search.remarks import remarks_on
from samenspraak.web.shell.searching import YES

Link = tuple[str, str]
"""Words and an address."""

MOST_SAME = 5


@dataclasses.dataclass(frozen=True)
class Understood:
    """How a query was read.

    `suggestion` is the query in another spelling. `corrected` are words that were searched for too; `literal_url`
    searches without those, or with them again. `also` mean the same as what was typed, each with the address of the
    search without it, and there are so many `more`; `left_out` with the address of the search that has it again.
    """

    typed: str
    remarks: tuple[str, ...]
    is_partial: bool
    suggestion: Link | None
    corrected: tuple[str, ...]
    is_literal: bool
    literal_url: str
    also: tuple[Link, ...]
    more: int
    left_out: tuple[Link, ...]
    is_precise: bool
    precise_url: str


def understood(asked: Asked, result: SearchResult, thesaurus: Thesaurus) -> Understood:
    """Return how a query was read."""
    suggestion = result.suggestion
    also = () if asked.is_precise else result.also
    return Understood(
        typed=asked.typed,
        remarks=remarks_on(asked.query, thesaurus),
        is_partial=result.partial,
        suggestion=(suggestion, asked.url_with_words(suggestion)) if suggestion else None,
        corrected=tuple(dict.fromkeys(each.meant for each in result.corrections)),
        is_literal=asked.is_literal,
        literal_url=asked.url(letterlijk=None if asked.is_literal else YES),
        also=tuple((each.written, asked.url_without(each.written)) for each in also[:MOST_SAME]),
        more=max(0, len(also) - MOST_SAME),
        left_out=() if asked.is_precise else _left_out(asked, thesaurus.also(asked.query.wanted)),
        is_precise=asked.is_precise,
        precise_url=asked.url(precies=None if asked.is_precise else YES),
    )


def _left_out(asked: Asked, same: Collection[str]) -> tuple[Link, ...]:
    """What was left out, as far as it belongs to these words: an address may hold anything."""
    return tuple((word, asked.url_again_with(word)) for word in asked.left_out if word in same)
