"""The shipped themes and thesaurus go into the database once."""

from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.themes.actions import Loaded, load_starting_content
from samenspraak.themes.content_files import shipped_terms, shipped_themes
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import RemovedTerm, Theme, ThemeGroup, ThemeSynonym, ThesaurusTerm


def test_all_shipped_content_is_loaded(session: Session) -> None:
    assert load_starting_content(session) == Loaded(themes=len(shipped_themes()), terms=len(shipped_terms()))
    assert session.scalar(select(func.count()).select_from(Theme)) == 60


def test_every_theme_is_in_a_group_of_two_to_ten(session: Session) -> None:
    load_starting_content(session)
    rows = session.execute(select(ThemeGroup.slug, func.count(Theme.id)).outerjoin(Theme).group_by(ThemeGroup.slug))
    sizes = dict(rows.all())
    assert len(sizes) == 9
    assert sum(sizes.values()) == 60
    assert all(2 <= size <= 10 for size in sizes.values())


def test_a_theme_without_a_group_gets_one_and_a_theme_that_was_moved_stays(session: Session) -> None:
    own = ThemeGroup(slug="eigen", label="Eigen groep", position=0)
    session.add_all([own, Theme(slug="zorgplicht", label="Zorgplicht"), Theme(slug="tlv", label="TLV", group=own)])
    load_starting_content(session)
    groups = dict(session.execute(select(Theme.slug, ThemeGroup.slug).join(ThemeGroup)).all())
    assert (groups["zorgplicht"], groups["tlv"]) == ("toelaten", "eigen")


def test_what_is_marked_old_becomes_an_old_name(session: Session) -> None:
    load_starting_content(session)
    names = select(ThemeSynonym.text, ThemeSynonym.is_old).join(Theme).where(Theme.slug == "tlv")
    assert dict(session.execute(names).all())["indicatie"] is True
    assert session.scalar(select(func.count()).where(ThemeSynonym.text.contains("(oud)"))) == 0


def test_a_term_that_was_taken_out_stays_out(session: Session) -> None:
    session.add(RemovedTerm(kind=TermKind.ABBREVIATION, term="AOC"))
    load_starting_content(session)
    assert session.scalar(select(func.count()).where(ThesaurusTerm.term == "AOC")) == 0


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
