"""Themes and thesaurus are read as lists and as the value that a search is given."""

from samenspraak.core.db import Session
from samenspraak.dutch.analysis import analyse
from samenspraak.search.thesaurus import phrase_of
from samenspraak.themes.actions import load_starting_content
from samenspraak.themes.models import Theme
from samenspraak.themes.queries import list_themes, thesaurus


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
