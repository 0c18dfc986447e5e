"""Reads of themes and thesaurus."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, ScalarSelect, String, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, selectinload

from samenspraak.core.db import Model, Session
from samenspraak.core.errors import NotFound
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from
from samenspraak.themes.models import TermKind, Theme, ThemeSynonym, ThesaurusExpansion, ThesaurusTerm

_Terms: TypeAlias = Sequence[tuple[TermKind, str, bool, str]]
_Names: TypeAlias = Sequence[tuple[str, str, str | None]]


def list_themes(session: Session) -> Sequence[Theme]:
    """Return all themes by label, with their synonyms."""
    return session.scalars(select(Theme).options(selectinload(Theme.synonyms)).order_by(Theme.label)).all()


def find_theme(session: Session, slug: str) -> Theme:
    """Return the theme with this name in addresses."""
    theme = session.scalar(select(Theme).where(Theme.slug == slug))
    if theme is None:
        raise NotFound
    return theme


def theme_labels(session: Session) -> dict[str, str]:
    """Return the label of every theme by its slug, in the order of the labels."""
    labels = select(Theme.slug, Theme.label).order_by(Theme.label)
    return {row.slug: row.label for row in session.execute(labels)}


def thesaurus(session: Session) -> Thesaurus:
    """Return what the database holds as the value that a search is given; read and analysed only when it changed."""
    state = tuple(session.execute(_STATE).one())
    held = _HELD.get(state)
    if held is None:
        held = _read(session)
        _HELD.clear()
        _HELD[state] = held
    return held


def _read(session: Session) -> Thesaurus:
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
    return _build(
        [(kind, term, only, text) for kind, term, only, text in terms],
        [(slug, label, text) for slug, label, text in names],
    )


def _all_of(model: type[Model], *columns: InstrumentedAttribute[Any]) -> ScalarSelect[str]:
    """All values of some columns as one text, which the database makes far faster than rows."""
    row: ColumnElement[str] = cast(columns[0], String)
    for column in columns[1:]:
        row = row.concat("|").concat(cast(column, String))
    rows = select(row.label("row")).select_from(model).order_by(*model.__table__.primary_key).subquery()
    return select(func.aggregate_strings(rows.c.row, "\n")).scalar_subquery()


_STATE = select(
    _all_of(ThesaurusTerm, ThesaurusTerm.id, ThesaurusTerm.kind, ThesaurusTerm.only_in_capitals, ThesaurusTerm.term),
    _all_of(ThesaurusExpansion, ThesaurusExpansion.term_id, ThesaurusExpansion.position, ThesaurusExpansion.text),
    _all_of(Theme, Theme.id, Theme.slug, Theme.label),
    _all_of(ThemeSynonym, ThemeSynonym.theme_id, ThemeSynonym.position, ThemeSynonym.text),
)
_HELD: dict[tuple[object, ...], Thesaurus] = {}
"""The last one by what it was read from."""


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
            "everyday": [
                {"word": term, "terms": texts}
                for (kind, term), texts in expansions.items()
                if kind is TermKind.EVERYDAY
            ],
        },
        [{"slug": slug, "label": label, "synonyms": texts} for (slug, label), texts in synonyms.items()],
        frozenset(term for _, term, only_in_capitals, _ in terms if only_in_capitals),
    )
