"""Writes of themes and thesaurus."""

import dataclasses
from collections.abc import Sequence

from sqlalchemy import insert, select

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
    themes = [each for each in shipped_themes() if each.slug not in slugs]
    terms = [each for each in shipped_terms() if (each.kind, each.term) not in known]
    _add_themes(session, themes)
    _add_terms(session, terms)
    return Loaded(len(themes), len(terms))


# Thousands of short texts: they are added at once, as rows without objects.
def _add_themes(session: Session, shipped: Sequence[ShippedTheme]) -> None:
    themes = [Theme(slug=each.slug, label=each.label) for each in shipped]
    session.add_all(themes)
    session.flush()
    synonyms = [
        {"theme_id": theme.id, "position": position, "text": text}
        for theme, each in zip(themes, shipped, strict=True)
        for position, text in enumerate(each.synonyms)
    ]
    if synonyms:
        session.execute(insert(ThemeSynonym), synonyms)


def _add_terms(session: Session, shipped: Sequence[ShippedTerm]) -> None:
    session.bulk_save_objects(
        ThesaurusTerm(kind=each.kind, term=each.term, only_in_capitals=each.term in AMBIGUOUS) for each in shipped
    )
    rows = session.execute(select(ThesaurusTerm.id, ThesaurusTerm.kind, ThesaurusTerm.term))
    ids = {(kind, term): term_id for term_id, kind, term in rows}
    expansions = [
        {"term_id": ids[each.kind, each.term], "position": position, "text": text}
        for each in shipped
        for position, text in enumerate(each.expansions)
    ]
    if expansions:
        session.execute(insert(ThesaurusExpansion), expansions)
