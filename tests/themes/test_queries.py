"""Themes and thesaurus are read as lists and as the value that a search is given."""

import pytest
from sqlalchemy import delete, update

from samenspraak.core.db import Session
from samenspraak.dutch.analysis import analyse
from samenspraak.search.thesaurus import phrase_of
from samenspraak.themes.actions import load_starting_content
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import Theme, ThemeSynonym, ThesaurusExpansion, ThesaurusTerm
from samenspraak.themes.queries import list_themes, read_words, thesaurus


def test_themes_are_listed_by_label_with_their_synonyms(session: Session) -> None:
    load_starting_content(session)
    themes = list_themes(session)
    assert len(themes) == 60
    assert "ASS" in [synonym.text for theme in themes if theme.slug == "autisme" for synonym in theme.synonyms]


def test_an_abbreviation_is_expanded(session: Session) -> None:
    load_starting_content(session)
    assert _expands(session, "Wie beslist over een tlv?", "toelaatbaarheidsverklaring")


def test_an_ambiguous_abbreviation_is_expanded_in_capitals_only(session: Session) -> None:
    load_starting_content(session)
    assert _expands(session, "Wanneer is het OP klaar?", "ondersteuningsplan")
    assert not _expands(session, "Wanneer is het op school klaar?", "ondersteuningsplan")


def test_an_everyday_word_means_a_term_but_is_not_meant_by_it(session: Session) -> None:
    load_starting_content(session)
    assert phrase_of("bekostiging") in thesaurus(session).everyday[phrase_of("geld")]
    assert not _expands(session, "Waar blijft het geld?", "bekostiging")
    assert not _expands(session, "De bekostiging", "geld")


def test_a_new_theme_is_in_the_thesaurus_at_once(session: Session) -> None:
    assert thesaurus(session).themes == ()
    session.add(Theme(slug="vuurwerk", label="Vuurwerk op het plein"))
    session.flush()
    assert [theme.slug for theme in thesaurus(session).themes] == ["vuurwerk"]


def _expands(session: Session, text: str, expansion: str) -> bool:
    return phrase_of(expansion) in [phrase for _, phrase in thesaurus(session).expand(analyse(text))]


_CHANGES = {
    "a term is spelled otherwise": update(ThesaurusTerm).values(term="budgetje"),
    "a term is of another kind": update(ThesaurusTerm).values(kind=TermKind.EVERYDAY),
    "a term counts in capitals only": update(ThesaurusTerm).values(only_in_capitals=True),
    "an expansion is spelled otherwise": update(ThesaurusExpansion)
    .where(ThesaurusExpansion.position == 0)
    .values(text="zak"),
    "an expansion is gone": delete(ThesaurusExpansion).where(ThesaurusExpansion.position == 1),
    "expansions change places": update(ThesaurusExpansion).values(position=1 - ThesaurusExpansion.position),
    "a theme has another label": update(Theme).values(label="Steun"),
    "a theme has another address": update(Theme).values(slug="steun"),
    "a name is spelled otherwise": update(ThemeSynonym).where(ThemeSynonym.position == 0).values(text="bus"),
    "a name is gone": delete(ThemeSynonym).where(ThemeSynonym.position == 1),
    "names change places": update(ThemeSynonym).values(position=1 - ThemeSynonym.position),
}


@pytest.mark.parametrize("change", _CHANGES)
def test_every_change_is_noticed_also_one_that_leaves_the_number_of_rows(session: Session, change: str) -> None:
    theme = Theme(slug="vervoer", label="Vervoer")
    term = ThesaurusTerm(kind=TermKind.ABBREVIATION, term="LGF", only_in_capitals=False)
    session.add_all([theme, term])
    session.flush()
    session.add_all(
        ThesaurusExpansion(term_id=term.id, position=at, text=text) for at, text in enumerate(("rugzak", "potje"))
    )
    session.add_all(
        ThemeSynonym(theme_id=theme.id, position=at, text=text) for at, text in enumerate(("taxi", "busje"))
    )
    session.flush()
    before = thesaurus(session)
    assert thesaurus(session) is before
    session.execute(_CHANGES[change], execution_options={"synchronize_session": False})
    session.expire_all()
    now = thesaurus(session)
    assert now is not before
    assert now == read_words(session).thesaurus()
    assert now != before
