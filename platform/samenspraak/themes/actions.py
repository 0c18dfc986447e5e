"""Writes of themes and thesaurus."""

import dataclasses
from collections.abc import Mapping, Sequence

from sqlalchemy import insert, select, union_all

from samenspraak.core.db import Session
from samenspraak.search.thesaurus import AMBIGUOUS
from samenspraak.themes.content_files import ShippedTerm, ShippedTheme, shipped_groups, shipped_terms, shipped_themes
from samenspraak.themes.models import RemovedTerm, Theme, ThemeGroup, ThemeSynonym, ThesaurusExpansion, ThesaurusTerm

OLD_MARK = " (oud)"
"""Follows an old name in the shipped content."""


@dataclasses.dataclass(frozen=True)
class Loaded:
    """How much of the starting content was new."""

    themes: int
    terms: int


def load_starting_content(session: Session) -> Loaded:
    """Add the shipped groups, themes and terms that are missing; what stands is left as it is, so twice is once.

    A theme without a group gets its group. A term that a moderator took out stays out.
    """
    groups = _add_groups(session)
    _give_groups(session, groups)
    slugs = set(session.scalars(select(Theme.slug)))
    stands, removed = select(ThesaurusTerm.kind, ThesaurusTerm.term), select(RemovedTerm.kind, RemovedTerm.term)
    known = {(kind, term) for kind, term in session.execute(union_all(stands, removed))}
    themes = [each for each in shipped_themes() if each.slug not in slugs]
    terms = [each for each in shipped_terms() if (each.kind, each.term) not in known]
    _add_themes(session, themes, groups)
    _add_terms(session, terms)
    return Loaded(len(themes), len(terms))


def _add_groups(session: Session) -> dict[str, int]:
    slugs = set(session.scalars(select(ThemeGroup.slug)))
    session.add_all(
        ThemeGroup(slug=each.slug, label=each.label, position=position)
        for position, each in enumerate(shipped_groups())
        if each.slug not in slugs
    )
    session.flush()
    return {slug: group_id for group_id, slug in session.execute(select(ThemeGroup.id, ThemeGroup.slug))}


def _give_groups(session: Session, groups: Mapping[str, int]) -> None:
    group_of = {each.slug: groups[each.group] for each in shipped_themes()}
    for theme in session.scalars(select(Theme).where(Theme.group_id.is_(None), Theme.slug.in_(group_of))):
        theme.group_id = group_of[theme.slug]
    session.flush()


# Thousands of short texts: they are added at once, as rows without objects.
def _add_themes(session: Session, shipped: Sequence[ShippedTheme], groups: Mapping[str, int]) -> None:
    themes = [Theme(slug=each.slug, label=each.label, group_id=groups[each.group]) for each in shipped]
    session.add_all(themes)
    session.flush()
    synonyms = [
        {
            "theme_id": theme.id,
            "position": position,
            "text": text.removesuffix(OLD_MARK),
            "is_old": text.endswith(OLD_MARK),
        }
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
