"""The index on a real disk: what goes in comes out, for whom it may, at once, and through a rebuild."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from samenspraak.search.document import Contribution, Document, Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import Filters, Order, Period, SearchRequest, SearchResult
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PUBLIC = frozenset({"public"})
THESAURUS = thesaurus_from(
    {"abbreviations": [{"abbr": "TLV", "expansions": ["toelaatbaarheidsverklaring"]}], "synonyms": []},
    [{"slug": "vervoer", "label": "Leerlingenvervoer", "synonyms": ["taxi"]}],
)


def question(key: int, title: str, body: str = "", **more: object) -> Document:
    values = {"audience": ("public",), "date": NOW - timedelta(days=key)} | more
    return Document(kind=Kind.QUESTION, key=key, title=title, body=body, **values)


def expert(key: int, name: str, body: str, **more: object) -> Document:
    values = {"audience": ("public",)} | more
    return Document(kind=Kind.EXPERT, key=key, title=name, body=body, **values)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(tmp_path / "index")
    made.rebuild(
        [
            question(1, "Wie beslist over een TLV?", "De commissie twijfelt.", themes=("tlv",), sector="po"),
            question(2, "Leerlingenvervoer naar het vso", "De bus is te lang onderweg.", sector="vo", answered=True),
            question(3, "Bekostiging van de bus", themes=("vervoer",), people=(Contribution(11, NOW),)),
            question(4, "Geheim plan voor het vervoer", audience=("organisation:5",)),
            expert(11, "Anna Bakker", "Jurist. Schrijft toelaatbaarheidsverklaringen."),
        ]
    )
    return made


def search(index: Index, typed: str, audience: frozenset[str] = PUBLIC, **more: object) -> SearchResult:
    request = SearchRequest(query=parse(typed), audience=audience, now=NOW, **more)
    return index.search(request, THESAURUS)


def keys(result: SearchResult) -> list[int]:
    return [hit.key for hit in result.hits]


def test_an_inflected_form_finds_the_word(index: Index) -> None:
    assert keys(search(index, "commissies")) == [1]


def test_a_part_finds_the_compound_and_its_two_halves_do(index: Index) -> None:
    assert 2 in keys(search(index, "vervoer"))
    assert 2 in keys(search(index, "leerlingen vervoer"))


def test_a_synonym_finds_what_the_word_means(index: Index) -> None:
    assert set(keys(search(index, "tlv"))) == {1, 11}


def test_a_theme_is_found_by_its_name(index: Index) -> None:
    assert keys(search(index, "taxi")) == [3]


def test_a_slip_of_the_pen_still_finds(index: Index) -> None:
    assert keys(search(index, "bekostigging")) == [3]


def test_the_exact_title_comes_first(index: Index) -> None:
    assert keys(search(index, "bekostiging van de bus"))[0] == 3


def test_more_words_met_come_before_fewer(index: Index) -> None:
    assert keys(search(index, "bus onderweg")) == [2, 3]


def test_a_phrase_must_stand_there(index: Index) -> None:
    assert keys(search(index, '"lang onderweg"')) == [2]
    assert keys(search(index, '"onderweg lang"')) == []


def test_an_excluded_word_keeps_a_question_away(index: Index) -> None:
    assert keys(search(index, "bus -bekostiging")) == [2]


def test_the_grammar_filters_by_theme_sector_and_expert(index: Index) -> None:
    assert keys(search(index, "thema:leerlingenvervoer")) == [3]
    assert keys(search(index, "sector:VO")) == [2]
    assert set(keys(search(index, "deskundige:bakker"))) == {3, 11}


def test_without_words_the_newest_come_first(index: Index) -> None:
    assert keys(search(index, "", filters=Filters(kind=Kind.QUESTION))) == [1, 2, 3]


def test_the_newest_can_come_first(index: Index) -> None:
    best = keys(search(index, "bus leerlingenvervoer", filters=Filters(kind=Kind.QUESTION)))
    newest = search(index, "bus leerlingenvervoer", filters=Filters(kind=Kind.QUESTION), order=Order.NEWEST)
    assert keys(newest) == sorted(best)


def test_what_is_left_out_is_in_no_hit_count_or_facet(index: Index) -> None:
    result = search(index, "bus", without=frozenset({(Kind.QUESTION, 2)}))
    assert (keys(result), result.total, result.facets.sector) == ([3], 1, {})


def test_a_hit_and_the_index_tell_the_version_of_a_document(index: Index) -> None:
    index.apply([question(1, "Wie beslist over een TLV?", version=4)])
    assert index.versions(Kind.QUESTION) == {1: 4, 2: 0, 3: 0, 4: 0}
    assert search(index, "beslist").hits[0].version == 4


def test_facets_count_under_the_other_filters(index: Index) -> None:
    facets = search(index, "", filters=Filters(sector="po")).facets
    assert facets.sector == {"po": 1, "vo": 1}
    assert facets.theme == {"tlv": 1}
    assert facets.answered == {False: 1}
    assert facets.period == {Period.WEEK: 1, Period.MONTH: 1, Period.HALF_YEAR: 1, Period.YEAR: 1}


def test_what_is_of_both_sectors_is_found_in_each(index: Index) -> None:
    index.apply([question(7, "Overstap", sector="both")])
    assert set(keys(search(index, "", filters=Filters(sector="po")))) == {1, 7}
    assert search(index, "", filters=Filters(sector="vo")).facets.sector == {"po": 2, "vo": 2}


def test_what_a_reader_may_not_see_is_in_no_hit_count_or_facet(index: Index) -> None:
    hidden, seen = search(index, "geheim plan"), search(index, "geheim plan", PUBLIC | {"organisation:5"})
    assert (hidden.total, keys(hidden)) == (0, [])
    assert keys(seen)[0] == 4
    assert search(index, "").total == 4
    assert index.similar("Geheim plan", "", PUBLIC, THESAURUS) == []


def test_hidden_documents_do_not_touch_the_scores_of_others(index: Index) -> None:
    before = [hit.score for hit in search(index, "vervoer").hits]
    index.apply([question(90 + n, "vervoer vervoer", audience=("person:1",)) for n in range(5)])
    assert [hit.score for hit in search(index, "vervoer").hits] == before


def test_hits_mark_inflected_forms_and_parts(index: Index) -> None:
    hit = search(index, "vervoer").hits[-1]
    assert "Leerlingenvervoer" in [
        part.text for hit in search(index, "vervoer").hits for part in hit.title if part.is_hit
    ]
    assert "".join(part.text for part in hit.title)


def test_another_process_sees_a_commit_at_its_next_search(index: Index, tmp_path: Path) -> None:
    other = Index(tmp_path / "index")
    assert keys(search(other, "schorsing")) == []
    index.apply([question(7, "Schorsing van een leerling")])
    assert keys(search(other, "geschorst")) == [7]
    index.apply([], [(Kind.QUESTION, 7)])
    assert keys(search(other, "geschorst")) == []


def test_applying_twice_is_applying_once_and_an_older_version_does_not_return(index: Index) -> None:
    newer = question(1, "Nieuwe titel", version=2)
    index.apply([newer])
    index.apply([newer])
    index.apply([question(1, "Oude titel", version=1)])
    assert keys(search(index, "titel")) == [1]
    assert keys(search(index, "nieuwe")) == [1]
    assert keys(search(index, "oude")) == []


def test_readers_go_on_through_a_rebuild_and_see_the_new_folder(index: Index, tmp_path: Path) -> None:
    other = Index(tmp_path / "index")
    assert search(other, "bus").total == 2
    assert index.rebuild([question(8, "Een andere bus")]) == 1
    assert keys(search(other, "bus")) == [8]
    assert (tmp_path / "index" / "current").read_text().startswith("g000002-")


def test_a_changed_index_ranks_as_a_rebuilt_one(index: Index, tmp_path: Path) -> None:
    documents = [question(n, f"Vraag {n} over de bus", "vervoer " * n) for n in range(20, 30)]
    for each in documents:
        index.apply([each])
    index.apply([], [(Kind.QUESTION, n) for n in (1, 2, 3, 4, 25)])
    fresh = Index(tmp_path / "fresh")
    fresh.rebuild([each for each in documents if each.key != 25])
    kept = [(hit.key, round(hit.score, 9)) for hit in search(index, "vervoer bus", filters=Filters(Kind.QUESTION)).hits]
    assert kept == [(hit.key, round(hit.score, 9)) for hit in search(fresh, "vervoer bus").hits]


def test_a_rebuild_shows_nothing_before_it_is_whole_even_when_all_folders_are_gone(
    index: Index, tmp_path: Path
) -> None:
    for folder in (tmp_path / "index").glob("g*"):
        shutil.rmtree(folder)

    def documents() -> Iterator[Document]:
        yield question(1, "Bus")
        with pytest.raises(IndexBroken):
            search(Index(tmp_path / "index"), "bus")

    index.rebuild(documents())
    assert keys(search(index, "bus")) == [1]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves a damaged file open
def test_a_missing_or_damaged_index_says_so(tmp_path: Path) -> None:
    absent = Index(tmp_path / "absent")
    assert absent.needs_rebuild()
    with pytest.raises(IndexBroken):
        search(absent, "bus")
    absent.rebuild([question(1, "Bus")])
    for toc in (tmp_path / "absent").glob("*/questions/*.toc"):
        toc.write_bytes(b"")
    damaged = Index(tmp_path / "absent")
    assert damaged.needs_rebuild()
    with pytest.raises(IndexBroken):
        search(damaged, "bus")


def test_an_index_of_another_version_must_be_rebuilt(index: Index, tmp_path: Path) -> None:
    assert not index.needs_rebuild()
    next((tmp_path / "index").glob("g000001-*/meta.json")).write_text('{"version": "0.0"}')
    assert index.needs_rebuild()
    with pytest.raises(IndexBroken):
        index.apply([question(9, "Bus")])


def test_pages_do_not_overlap(tmp_path: Path) -> None:
    index = Index(tmp_path / "many")
    index.rebuild(question(n, "Zelfde vraag") for n in range(1, 26))
    pages = [keys(search(index, "vraag", page=page, per_page=10)) for page in (1, 2, 3)]
    assert sorted(key for page in pages for key in page) == list(range(1, 26))


def test_similar_questions_and_themes_are_suggested(index: Index) -> None:
    assert index.similar("De bus kost te veel", "Wie betaalt de bekostiging?", PUBLIC, THESAURUS)[0].key == 3
    assert index.similar("De bus", "", PUBLIC, THESAURUS, without=3)[0].key == 2
    assert index.suggest_themes("Taxi te laat", "", PUBLIC, THESAURUS) == ["vervoer"]


def test_letters_in_common_suggest_no_theme(index: Index) -> None:
    assert index.suggest_themes("xbekostigq", "", PUBLIC, THESAURUS) == []


def test_evidence_names_threads_people_and_profile_terms(index: Index) -> None:
    found = index.evidence("Bekostiging bus", "en een TLV", PUBLIC, THESAURUS)
    assert found.threads[0].key == 3
    assert found.threads[0].people == (11,)
    assert found.profiles[11].score == pytest.approx(sum(share.share for share in found.profiles[11].shares))
    assert found.history.people.tolist() == [11]


def test_an_empty_index_answers_everything_with_nothing(tmp_path: Path) -> None:
    index = Index(tmp_path / "empty")
    index.rebuild([])
    assert search(index, "bus").total == 0
    assert index.similar("bus", "", PUBLIC, Thesaurus()) == []
    assert index.evidence("bus", "", PUBLIC, Thesaurus()).threads == []
