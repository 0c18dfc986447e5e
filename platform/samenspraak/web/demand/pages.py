"""What the page on searches shows."""

import dataclasses
from typing import Any

from samenspraak.demand.queries import Demand, WordsDemand
from samenspraak.demand.wording import ELLIPSIS
from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged


@dataclasses.dataclass(frozen=True)
class SearchesPage:
    """Searches by their words, what most often found nothing first; `themes` are (label, slug, figures)."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: Any
    in_all: Demand
    paged: Paged[WordsDemand]
    themes: tuple[tuple[str, str, Demand], ...]
    export_url: str

    def may_be_repeated(self, row: WordsDemand) -> bool:
        """Say whether nothing was left out of the words, so that one may search for them."""
        return ELLIPSIS not in row.words
