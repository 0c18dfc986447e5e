"""Lists of terms, for who keeps them."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, selectinload

from samenspraak.core.db import Session
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import ThesaurusExpansion, ThesaurusTerm


def list_terms(
    session: Session, kind: TermKind | None, text: str, offset: int, most: int
) -> tuple[Sequence[ThesaurusTerm], int]:
    """Return some of the terms of a kind (None: any) that hold a text, or mean what holds it, and how many in all."""
    wanted = _wanted(kind, text)
    shown = wanted.order_by(func.lower(ThesaurusTerm.term), ThesaurusTerm.id).offset(offset).limit(most)
    rows = session.scalars(shown.options(selectinload(ThesaurusTerm.expansions))).all()
    return rows, session.scalar(select(func.count()).select_from(wanted.subquery())) or 0


def _wanted(kind: TermKind | None, text: str) -> Select[ThesaurusTerm]:
    wanted = select(ThesaurusTerm)
    if kind is not None:
        wanted = wanted.where(ThesaurusTerm.kind == kind)
    if text:
        means = ThesaurusTerm.expansions.any(_holds(ThesaurusExpansion.text, text))
        wanted = wanted.where(or_(_holds(ThesaurusTerm.term, text), means))
    return wanted


def _holds(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    return func.lower(column).contains(text.lower(), autoescape=True)
