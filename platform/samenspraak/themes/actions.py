"""Writes of themes and thesaurus."""

import dataclasses
from collections.abc import Collection

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.search.thesaurus import AMBIGUOUS
from samenspraak.themes.content_files import ShippedTerm, ShippedTheme, shipped_terms, shipped_themes
from samenspraak.themes.models import Theme, ThemeSynonym, ThesaurusExpansion, ThesaurusTerm


@dataclasses.dataclass(frozen=True)
class Loaded:
    """How much of the starting content was new."""

    themes: int
    terms: int


def load_starting_content(session: Session) -> Loaded:
    """Add the shipped themes and terms that are missing; what stands is left as it is, so twice is once."""
    slugs = set(session.scalars(select(Theme.slug)))
    known = {(kind, term) for kind, term in session.execute(select(ThesaurusTerm.kind, ThesaurusTerm.term))}
    themes = [_theme(each) for each in shipped_themes() if each.slug not in slugs]
    terms = [_term(each, AMBIGUOUS) for each in shipped_terms() if (each.kind, each.term) not in known]
    session.add_all([*themes, *terms])
    session.flush()
    return Loaded(len(themes), len(terms))


def _theme(shipped: ShippedTheme) -> Theme:
    synonyms = [ThemeSynonym(position=position, text=text) for position, text in enumerate(shipped.synonyms)]
    return Theme(slug=shipped.slug, label=shipped.label, synonyms=synonyms)


def _term(shipped: ShippedTerm, ambiguous: Collection[str]) -> ThesaurusTerm:
    return ThesaurusTerm(
        kind=shipped.kind,
        term=shipped.term,
        only_in_capitals=shipped.term in ambiguous,
        expansions=[
            ThesaurusExpansion(position=position, text=text) for position, text in enumerate(shipped.expansions)
        ],
    )
