"""Reads of themes and thesaurus."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, String, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, selectinload

from samenspraak.core.db import Model, Session
from samenspraak.core.errors import NotFound
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.themes.models import Theme, ThemeGroup, ThemeSynonym, ThesaurusExpansion, ThesaurusTerm
from samenspraak.themes.words import Term, ThemeWords, Words

_BETWEEN, _AFTER = "\x1f", "\x1e"
"""Stand in no text: forms take them out."""


def list_themes(session: Session) -> Sequence[Theme]:
    """Return all themes by label, with their synonyms."""
    return session.scalars(select(Theme).options(selectinload(Theme.synonyms)).order_by(Theme.label)).all()


def list_groups(session: Session) -> Sequence[ThemeGroup]:
    """Return the groups of themes, in the order in which they are shown."""
    return session.scalars(select(ThemeGroup).order_by(ThemeGroup.position, ThemeGroup.label)).all()


def list_in_group(session: Session, theme: Theme) -> Sequence[Theme]:
    """Return the other themes of a theme's group, by label; none when it is in none."""
    wanted = select(Theme).where(Theme.group_id == theme.group_id, Theme.id != theme.id)
    return session.scalars(wanted.order_by(Theme.label)).all()


def find_theme(session: Session, slug: str) -> Theme:
    """Return the theme with this name in addresses."""
    theme = session.scalar(select(Theme).where(Theme.slug == slug))
    if theme is None:
        raise NotFound
    return theme


def find_whole_theme(session: Session, slug: str, *, to_change: bool = False) -> Theme:
    """Return a theme with its group and names; `to_change` holds its row."""
    wanted = select(Theme).where(Theme.slug == slug).options(joinedload(Theme.group), selectinload(Theme.synonyms))
    theme = session.scalar(_held(wanted, Theme) if to_change else wanted)
    if theme is None:
        raise NotFound
    return theme


def find_term(session: Session, term_id: int, *, to_change: bool = False) -> ThesaurusTerm:
    """Return a term with its expansions; `to_change` holds its row."""
    wanted = select(ThesaurusTerm).where(ThesaurusTerm.id == term_id).options(selectinload(ThesaurusTerm.expansions))
    term = session.scalar(_held(wanted, ThesaurusTerm) if to_change else wanted)
    if term is None:
        raise NotFound
    return term


def labels_by_id(session: Session, theme_ids: Collection[int]) -> dict[int, str]:
    """Return how some themes are called, by id."""
    labels = select(Theme.id, Theme.label).where(Theme.id.in_(theme_ids))
    return {row.id: row.label for row in session.execute(labels)}


def theme_labels(session: Session) -> dict[str, str]:
    """Return the label of every theme by its slug, in the order of the labels."""
    labels = select(Theme.slug, Theme.label).order_by(Theme.label)
    return {row.slug: row.label for row in session.execute(labels)}


def thesaurus(session: Session) -> Thesaurus:
    """Return what the database holds as the value that a search is given; read and analysed only when it changed."""
    state = tuple(session.execute(_STATE).one())
    held = _HELD.get(state)
    if held is None:
        held = read_words(session).thesaurus()
        _HELD.clear()
        _HELD[state] = held
    return held


def read_words(session: Session) -> Words:
    """Return all terms and themes."""
    terms = session.execute(
        select(ThesaurusTerm, ThesaurusExpansion.text)
        .join(ThesaurusExpansion, ThesaurusExpansion.term_id == ThesaurusTerm.id)
        .order_by(ThesaurusTerm.id, ThesaurusExpansion.position)
    )
    names = session.execute(
        select(Theme, ThemeSynonym.text, ThemeSynonym.is_old)
        .outerjoin(ThemeSynonym, ThemeSynonym.theme_id == Theme.id)
        .order_by(Theme.id, ThemeSynonym.position)
    )
    return Words(
        tuple(words_of_term(term, [text for _term, text in rows]) for term, rows in _by_first(terms)),
        tuple(
            words_of_theme(theme, [(text, is_old) for _theme, text, is_old in rows if text is not None])
            for theme, rows in _by_first(names)
        ),
    )


def words_of_term(term: ThesaurusTerm, expansions: Sequence[str] | None = None) -> Term:
    """Return a term as a plain value; its expansions have to be loaded or given."""
    texts = [each.text for each in term.expansions] if expansions is None else expansions
    return Term(term.kind, term.term, tuple(texts), term.only_in_capitals, term.note, term.id)


def words_of_theme(theme: Theme, names: Sequence[tuple[str, bool]] | None = None) -> ThemeWords:
    """Return a theme as a plain value; its names have to be loaded or given, each with whether it is old."""
    marked = [(each.text, each.is_old) for each in theme.synonyms] if names is None else names
    return ThemeWords(
        slug=theme.slug,
        label=theme.label,
        names=tuple(text for text, is_old in marked if not is_old),
        old_names=tuple(text for text, is_old in marked if is_old),
        note=theme.note,
        group_id=theme.group_id,
        id=theme.id,
    )


def _by_first(rows: Iterable[Any]) -> list[tuple[Any, list[Any]]]:
    return [(first, list(some)) for first, some in groupby(rows, key=lambda row: row[0])]


def _held(wanted: Select[Any], model: type[Model]) -> Select[Any]:
    return wanted.with_for_update(of=model).execution_options(populate_existing=True)


def _all_of(model: type[Model], *columns: InstrumentedAttribute[Any]) -> ScalarSelect[str]:
    """All values of some columns as one text, which the database makes far faster than rows."""
    row: ColumnElement[str] = cast(columns[0], String)
    for column in columns[1:]:
        row = row.concat(_BETWEEN).concat(cast(column, String))
    rows = select(row.label("row")).select_from(model).order_by(*model.__table__.primary_key).subquery()
    return select(func.aggregate_strings(rows.c.row, _AFTER)).scalar_subquery()


_STATE = select(
    _all_of(ThesaurusTerm, ThesaurusTerm.id, ThesaurusTerm.kind, ThesaurusTerm.only_in_capitals, ThesaurusTerm.term),
    _all_of(ThesaurusExpansion, ThesaurusExpansion.term_id, ThesaurusExpansion.position, ThesaurusExpansion.text),
    _all_of(Theme, Theme.id, Theme.slug, Theme.label),
    _all_of(ThemeSynonym, ThemeSynonym.theme_id, ThemeSynonym.position, ThemeSynonym.text),
)
"""Every value that the thesaurus is made of, itself: what changes one, anyhow and anywhere, changes this."""

_HELD: dict[tuple[object, ...], Thesaurus] = {}
"""The last one by what it was read from."""
