"""Everyday words mean terms of the field: one way, in short searches only, and unless that is left out."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from samenspraak.search.completing import Completion, CompletionKind
from samenspraak.search.document import Document, Kind
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import Expansion, SearchRequest, SearchResult
from samenspraak.search.terms import weighted_terms
from samenspraak.search.thesaurus import thesaurus_from

PUBLIC = frozenset({"public"})
THEMES = [{"slug": "bekostiging", "label": "Bekostiging en verevening", "synonyms": ["bekostiging"]}]
WITHOUT = thesaurus_from({}, THEMES)
THESAURUS = thesaurus_from({"everyday": [{"word": "geld", "terms": ["bekostiging"]}]}, THEMES)
MONEY, TERM, THEME, OTHER = 1, 2, 3, 4


def document(key: int, title: str, themes: tuple[str, ...] = ()) -> Document:
    return Document(kind=Kind.QUESTION, key=key, title=title, audience=tuple(PUBLIC), themes=themes)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(tmp_path)
    made.rebuild(
        [
            document(MONEY, "Is er nog geld?"),
            document(TERM, "De regeling voor de bekostiging"),
            document(THEME, "Wie krijgt hoeveel?", ("bekostiging",)),
            document(OTHER, "Het rooster van morgen"),
        ]
    )
    return made


def search(index: Index, typed: str, *leave_out: str, expand: bool = True) -> SearchResult:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    request = SearchRequest(
        query=parse(typed), audience=PUBLIC, now=now, leave_out=frozenset(leave_out), expand=expand, seconds=60
    )
    return index.search(request, THESAURUS)


def keys(result: SearchResult) -> list[int]:
    return [hit.key for hit in result.hits]


def test_an_everyday_word_also_finds_its_term_and_the_theme_that_it_names(index: Index) -> None:
    result = search(index, "geld")
    assert keys(result)[0] == MONEY
    assert set(keys(result)) == {MONEY, TERM, THEME}
    assert result.also == (Expansion("bekostiging", "geld"),)


def test_a_term_does_not_find_the_everyday_word(index: Index) -> None:
    assert MONEY not in keys(search(index, "bekostiging"))
    assert search(index, "bekostiging").also == ()


def test_the_term_can_be_left_out_and_its_theme_goes_with_it(index: Index) -> None:
    for result in (search(index, "geld", "bekostiging"), search(index, "geld", expand=False)):
        assert keys(result) == [MONEY]
        assert result.also == ()


def test_a_theme_that_is_found_without_its_term_is_told_too(tmp_path: Path) -> None:
    made = Index(tmp_path)
    made.rebuild([document(THEME, "Wie krijgt hoeveel?", ("bekostiging",))])
    assert search(made, "geld").also == (Expansion("bekostiging", "geld"),)


def test_in_a_long_search_everyday_words_stand_for_themselves(index: Index) -> None:
    long = "geld aanvragen terwijl leerlingen morgen buiten sporten fietsen zwemmen"
    assert search(index, long).also == ()
    assert THEME not in keys(search(index, long))


def test_in_a_question_everyday_words_stand_for_themselves(index: Index) -> None:
    assert weighted_terms("Is er geld?", THESAURUS) == weighted_terms("Is er geld?", WITHOUT)
    assert index.suggest_themes("Is er geld?", "", PUBLIC, THESAURUS) == index.suggest_themes(
        "Is er geld?", "", PUBLIC, WITHOUT
    )


def test_what_was_typed_whole_offers_the_theme_that_it_means(index: Index) -> None:
    offered = Completion(CompletionKind.THEME, "Bekostiging en verevening", slug="bekostiging", name="geld")
    assert offered in index.complete("geld", PUBLIC, THESAURUS)
    assert offered not in index.complete("geldig", PUBLIC, THESAURUS)
