"""Reads of themes and thesaurus."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from
from samenspraak.themes.models import TermKind, Theme, ThemeSynonym, ThesaurusExpansion, ThesaurusTerm

_Terms: TypeAlias = tuple[tuple[TermKind, str, bool, str], ...]
_Names: TypeAlias = tuple[tuple[str, str, str | None], ...]


def list_themes(session: Session) -> Sequence[Theme]:
    """Return all themes by label, with their synonyms."""
    return session.scalars(select(Theme).options(selectinload(Theme.synonyms)).order_by(Theme.label)).all()


def theme_labels(session: Session) -> dict[str, str]:
    """Return the label of every theme by its slug, in the order of the labels."""
    labels = select(Theme.slug, Theme.label).order_by(Theme.label)
    return {row.slug: row.label for row in session.execute(labels)}


def thesaurus(session: Session) -> Thesaurus:
    """Return what the database holds as the value that a search is given; analysed anew only when it changed."""
    terms = session.execute(
        select(ThesaurusTerm.kind, ThesaurusTerm.term, ThesaurusTerm.only_in_capitals, ThesaurusExpansion.text)
        .join(ThesaurusExpansion, ThesaurusExpansion.term_id == ThesaurusTerm.id)
        .order_by(ThesaurusTerm.id, ThesaurusExpansion.position)
    )
    names = session.execute(
        select(Theme.slug, Theme.label, ThemeSynonym.text)
        .outerjoin(ThemeSynonym, ThemeSynonym.theme_id == Theme.id)
        .order_by(Theme.id, ThemeSynonym.position)
    )
    return _build(tuple(tuple(row) for row in terms), tuple(tuple(row) for row in names))


@lru_cache(maxsize=2)
def _build(terms: _Terms, names: _Names) -> Thesaurus:
    expansions: dict[tuple[TermKind, str], list[str]] = defaultdict(list)
    for kind, term, _, text in terms:
        expansions[kind, term].append(text)
    synonyms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for slug, label, synonym in names:
        synonyms[slug, label] += [synonym] if synonym else []
    return thesaurus_from(
        {
            "abbreviations": [
                {"abbr": term, "expansions": texts}
                for (kind, term), texts in expansions.items()
                if kind is TermKind.ABBREVIATION
            ],
            "synonyms": [
                {"term": term, "synonyms": texts}
                for (kind, term), texts in expansions.items()
                if kind is TermKind.SYNONYM
            ],
        },
        [{"slug": slug, "label": label, "synonyms": texts} for (slug, label), texts in synonyms.items()],
        frozenset(term for _, term, only_in_capitals, _ in terms if only_in_capitals),
    )
