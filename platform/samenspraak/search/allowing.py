"""Which documents of a kind a query lets through, apart from its words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

import numpy as np

from samenspraak.core.clock import AMSTERDAM
from samenspraak.dutch.folding import fold
from samenspraak.search.document import DATED, Kind
from samenspraak.search.facts import Bools
from samenspraak.search.naming import answered_by, labelled, slug_of
from samenspraak.search.phrases import with_phrase
from samenspraak.search.query import Field, Part, Query, State
from samenspraak.search.schema import TEXTS
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.search.view import View


@dataclass(frozen=True)
class Allowing:
    """Filters the documents of one kind that a reader may see. Only questions have a state; experts no date."""

    kind: Kind
    views: Mapping[Kind, View]
    thesaurus: Thesaurus
    deadline: float

    @property
    def view(self) -> View:
        """What the reader may see of this kind."""
        return self.views[self.kind]

    def by(self, query: Query) -> Bools:
        """The visible documents that pass every filter of a query."""
        allowed = self.view.visible.copy()
        for field, values in ((Field.THEME, query.themes), (Field.EXPERT, query.experts)):
            for value in values:
                allowed &= self.with_part(Part(value, field))
        if query.sectors:
            allowed &= self.with_any(Part(value, Field.SECTOR) for value in query.sectors)
        for part in (*query.barred, *map(Part, query.without)):
            allowed &= ~self.with_part(part)
        for state in query.states:
            allowed &= self._in_state(state)
        if query.since or query.before:
            allowed &= self._between(query.since, query.before)
        return allowed

    def with_any(self, parts: Iterable[Part]) -> Bools:
        """The visible documents that meet one of some parts."""
        found = np.zeros(len(self.view.facts), dtype=np.bool_)
        for part in parts:
            found |= self.with_part(part)
        return found & self.view.visible

    def with_part(self, part: Part) -> Bools:
        """The documents that a part of a query names, hidden ones perhaps too."""
        if part.field is Field.THEME:
            return labelled(self.view.facts, slug_of(part.value, self.thesaurus))
        if part.field is Field.SECTOR:
            return labelled(self.view.facts, fold(part.value), "sector")
        if part.field is Field.EXPERT:
            return answered_by(part.value, self.kind, self.views)
        return with_phrase(self.view, TEXTS[self.kind], part.value, self.deadline)

    def _in_state(self, state: State) -> Bools:
        facts = self.view.facts
        found = {State.ANSWERED: facts.answered, State.UNANSWERED: ~facts.answered, State.ACCEPTED: facts.accepted}
        return found[state] & (self.kind is Kind.QUESTION)

    def _between(self, since: date | None, before: date | None) -> Bools:
        dates = self.view.facts.dates
        found = ~np.isnan(dates) & (self.kind in DATED)
        if since:
            found &= dates >= _midnight(since)
        if before:
            found &= dates < _midnight(before)
        return found


def _midnight(day: date) -> float:
    """The beginning of a day in the Netherlands, in seconds since 1970."""
    return datetime.combine(day, time(), AMSTERDAM).timestamp()
