"""The shipped themes and thesaurus go into the database once."""

from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.themes.actions import Loaded, load_starting_content
from samenspraak.themes.content_files import shipped_terms, shipped_themes
from samenspraak.themes.models import Theme, ThesaurusTerm


def test_all_shipped_content_is_loaded(session: Session) -> None:
    assert load_starting_content(session) == Loaded(themes=len(shipped_themes()), terms=len(shipped_terms()))
    assert session.scalar(select(func.count()).select_from(Theme)) == 60


def test_loading_twice_adds_nothing(session: Session) -> None:
    load_starting_content(session)
    assert load_starting_content(session) == Loaded(themes=0, terms=0)


def test_what_an_administrator_changed_stays(session: Session) -> None:
    session.add(Theme(slug="zorgplicht", label="Onze eigen naam"))
    load_starting_content(session)
    assert session.scalar(select(Theme.label).where(Theme.slug == "zorgplicht")) == "Onze eigen naam"


def test_an_abbreviation_that_is_another_word_counts_in_capitals_only(session: Session) -> None:
    load_starting_content(session)
    marked = set(session.scalars(select(ThesaurusTerm.term).where(ThesaurusTerm.only_in_capitals)))
    assert {"OP", "SO", "PO", "HB", "IB", "AB", "ED", "LZ", "ZAT"} <= marked
    assert "TLV" not in marked
