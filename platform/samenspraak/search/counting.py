"""Filters and facets: which documents pass, and how many would pass with another choice."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import timedelta

import numpy as np

from samenspraak.search.document import DATED, Kind
from samenspraak.search.facts import Bools, Facts
from samenspraak.search.naming import labelled
from samenspraak.search.request import Facets, Filters, Period, SearchRequest

Part = tuple[Kind, Facts, Bools]


def passes(kind: Kind, facts: Facts, request: SearchRequest, filters: Filters | None = None) -> Bools:
    """The documents of a kind that the filters let through. Only questions are answered; experts have no date."""
    chosen = request.filters if filters is None else filters
    mask = np.full(len(facts), chosen.kind in {None, kind})
    if chosen.theme is not None:
        mask &= labelled(facts, chosen.theme)
    if chosen.sector is not None:
        mask &= labelled(facts, chosen.sector, "sector")
    if chosen.answered is not None:
        mask &= (facts.answered == chosen.answered) & (kind is Kind.QUESTION)
    if chosen.period is not None:
        mask &= _since(facts, request, chosen.period) & (kind in DATED)
    return mask


def count_facets(parts: Iterable[Part], request: SearchRequest) -> Facets:
    """For each facet the counts of its choices, under all the other filters."""
    found = list(parts)
    return Facets(
        kind={kind: int(mask.sum()) for kind, _, mask in _under(found, request, "kind") if mask.any()},
        theme=_labels(_under(found, request, "theme"), "theme"),
        sector=_labels(_under(found, request, "sector"), "sector"),
        answered=_answered(_under(found, request, "answered")),
        period=_periods(_under(found, request, "period"), request),
    )


def _under(parts: Iterable[Part], request: SearchRequest, without: str) -> list[Part]:
    filters = replace(request.filters, **{without: None})
    return [(kind, facts, mask & passes(kind, facts, request, filters)) for kind, facts, mask in parts]


def _labels(parts: Iterable[Part], name: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for _, facts, mask in parts:
        for label, documents in facts.labels[name].items():
            counts[label] = counts.get(label, 0) + int(mask[documents].sum())
    some = [(label, count) for label, count in counts.items() if label and count]
    return dict(sorted(some, key=lambda choice: (-choice[1], choice[0])))


def _answered(parts: Iterable[Part]) -> dict[bool, int]:
    questions = _of(parts, {Kind.QUESTION})
    counts = {
        choice: int(sum((mask & (facts.answered == choice)).sum() for facts, mask in questions))
        for choice in (True, False)
    }
    return {choice: count for choice, count in counts.items() if count}


def _periods(parts: list[Part], request: SearchRequest) -> dict[Period, int]:
    counts = {
        period: int(sum((mask & _since(facts, request, period)).sum() for facts, mask in _of(parts, DATED)))
        for period in Period
    }
    return {period: count for period, count in counts.items() if count}


def _of(parts: Iterable[Part], kinds: Collection[Kind]) -> list[tuple[Facts, Bools]]:
    return [(facts, mask) for kind, facts, mask in parts if kind in kinds]


def _since(facts: Facts, request: SearchRequest, period: Period) -> Bools:
    earliest = (request.now - timedelta(days=period.days)).timestamp()
    return np.nan_to_num(facts.dates, nan=-np.inf) >= earliest
