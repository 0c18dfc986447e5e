"""One page of what was found over all kinds, each hit with the marked title and its best passage."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samenspraak.search.document import Kind
from samenspraak.search.facts import Bools, Floats, Ints
from samenspraak.search.highlight import marked
from samenspraak.search.request import Hit, SearchRequest
from samenspraak.search.settings import LIMITS
from samenspraak.search.thesaurus import Phrase
from samenspraak.search.view import View


@dataclass(frozen=True)
class Found:
    """Of one kind: which documents the query allows, what puts them in order, and the phrases to mark.

    The first of `order` decides, the next among equals; more comes first.
    """

    kind: Kind
    view: View
    matching: Bools
    order: tuple[Floats, ...]
    phrases: tuple[Phrase, ...] = ()


def page_of(found: Sequence[Found], chosen: Sequence[Bools], request: SearchRequest) -> tuple[Hit, ...]:
    """The hits of the asked page; among equals the highest key comes first, so that pages do not overlap."""
    last = min(request.page * request.per_page, LIMITS.deepest_hit)
    best = [
        (_rank(each, number), place, number)
        for place, (each, mask) in enumerate(zip(found, chosen, strict=True))
        for number in _first(each, mask, last).tolist()
    ]
    best.sort()
    return tuple(_hit(found[place], number) for _, place, number in best[(request.page - 1) * request.per_page : last])


def _rank(found: Found, number: int) -> tuple[float, ...]:
    """What sorts a document: the order, and among equals the highest key first."""
    return (*(-float(values[number]) for values in found.order), -float(found.view.facts.keys[number]))


def _first(found: Found, mask: Bools, count: int) -> Ints:
    """The first so many of the chosen documents in their order."""
    numbers = mask.nonzero()[0]
    if len(numbers) > count:
        values = found.order[0][numbers]
        least = np.partition(values, -count)[-count]
        numbers = numbers[values >= least]
    ranks = [-rank[numbers] for rank in found.order]
    return np.asarray(numbers[np.lexsort((-found.view.facts.keys[numbers], *reversed(ranks)))][:count])


def _hit(found: Found, number: int) -> Hit:
    title, body, discussion = found.view.text(number)
    facts = found.view.facts
    segments = marked(title, f"{body}\n\n{discussion}".strip(), found.phrases)
    return Hit(
        kind=found.kind,
        key=int(facts.keys[number]),
        version=int(facts.versions[number]),
        score=float(found.order[0][number]),
        title=segments[0],
        passage=segments[1],
    )
