"""Typing finds titles, names, themes and words, and only what the reader may see."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from samenspraak.search.completing import Completion, CompletionKind
from samenspraak.search.document import Document, Kind
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import thesaurus_from

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
THESAURUS = thesaurus_from({}, [{"slug": "vervoer", "label": "Leerlingenvervoer", "synonyms": ["taxi"]}])
PUBLIC = ("public",)


def document(kind: Kind, key: int, title: str, audience: str = "public", helpful: int = 0) -> Document:
    return Document(
        kind=kind, key=key, title=title, audience=(audience,), date=NOW - timedelta(days=key), helpful=helpful
    )


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(tmp_path / "index")
    made.rebuild(
        [
            document(Kind.QUESTION, 1, "Bekostiging van de bus"),
            document(Kind.QUESTION, 2, "Wie betaalt de bus naar het vso?"),
            document(Kind.QUESTION, 3, "De busbegeleider is ziek", helpful=2),
            document(Kind.QUESTION, 4, "Bustoezicht geheim", audience="person:1"),
            document(Kind.QUESTION, 5, "Coördinator gezocht"),
            document(Kind.EXPERT, 11, "Anna Busman"),
        ]
    )
    return made


def completed(index: Index, typed: str, kind: CompletionKind, audience: tuple[str, ...] = PUBLIC) -> list[str]:
    return [each.text for each in index.complete(typed, audience, THESAURUS) if each.kind is kind]


def test_titles_with_a_word_that_begins_so_are_offered_those_that_helped_first(index: Index) -> None:
    assert completed(index, "bus", CompletionKind.QUESTION) == [
        "De busbegeleider is ziek",
        "Bekostiging van de bus",
        "Wie betaalt de bus naar het vso?",
    ]


def test_all_words_count_and_a_title_that_begins_so_comes_first(index: Index) -> None:
    assert completed(index, "bus naar", CompletionKind.QUESTION) == ["Wie betaalt de bus naar het vso?"]
    assert completed(index, "be", CompletionKind.QUESTION)[0] == "Bekostiging van de bus"


def test_an_expert_and_a_theme_are_offered_by_name(index: Index) -> None:
    assert completed(index, "anna bu", CompletionKind.EXPERT) == ["Anna Busman"]
    assert index.complete("tax", PUBLIC, THESAURUS) == [
        Completion(CompletionKind.THEME, "Leerlingenvervoer", slug="vervoer", name="taxi")
    ]


def test_the_theme_whose_name_is_nearest_to_what_was_typed_comes_first(index: Index) -> None:
    themes = thesaurus_from(
        {},
        [
            {"slug": "vso", "label": "Voortgezet speciaal onderwijs", "synonyms": ["vervolgonderwijs", "kort vervoer"]},
            {"slug": "bezwaar", "label": "Bezwaar tegen een TLV"},
            {"slug": "toelaatbaar", "label": "Toelaatbaarheidsverklaring", "synonyms": ["TLV"]},
            {"slug": "vervoer", "label": "Leerlingenvervoer", "synonyms": ["vervoer", "vervoerder"]},
        ],
    )

    def offered(typed: str) -> list[tuple[str | None, str]]:
        return [(each.slug, each.name) for each in index.complete(typed, PUBLIC, themes) if each.slug]

    assert offered("vervo") == [("vervoer", "vervoer"), ("vso", "vervolgonderwijs")]
    assert offered("leerl") == [("vervoer", "")]
    assert offered("tlv") == [("toelaatbaar", "TLV"), ("bezwaar", "")]
    assert offered("een t") == [("bezwaar", "")]
    assert offered("onderwijs") == [("vso", "")]


def test_the_last_word_is_completed_behind_what_was_typed_before(index: Index) -> None:
    assert completed(index, "De Bus", CompletionKind.WORD) == ["De busbegeleider"]
    assert completed(index, "de coord", CompletionKind.WORD) == ["de coördinator"]
    assert completed(index, "bus ", CompletionKind.WORD) == []


def test_too_little_to_complete_gives_nothing(index: Index) -> None:
    assert index.complete("b", PUBLIC, THESAURUS) == index.complete("-- ", PUBLIC, THESAURUS) == []


def test_what_is_hidden_is_not_offered(index: Index) -> None:
    assert "Bustoezicht geheim" in completed(index, "bust", CompletionKind.QUESTION, (*PUBLIC, "person:1"))
    assert index.complete("bust", PUBLIC, THESAURUS) == []


def test_no_more_is_offered_than_was_asked_for(tmp_path: Path) -> None:
    many = Index(tmp_path / "many")
    many.rebuild(document(Kind.QUESTION, n, f"Bus {n} buslijn{n}") for n in range(1, 40))
    assert len(many.complete("bus", PUBLIC, THESAURUS, limit=8)) == 8
    assert len(many.complete("bus", PUBLIC, THESAURUS, limit=1)) == 1


def test_titles_that_came_later_are_offered_too_and_those_that_went_are_not(index: Index) -> None:
    index.apply([document(Kind.QUESTION, 6, "Busabonnement")], [(Kind.QUESTION, 3)])
    assert completed(index, "busa", CompletionKind.QUESTION) == ["Busabonnement"]
    assert completed(index, "busb", CompletionKind.QUESTION) == []
