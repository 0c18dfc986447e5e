"""What partnerships worked out is found, by who is signed in, beside questions and experts."""

from pathlib import Path

import pytest

from samenspraak.core.db import Session
from samenspraak.indexing.finding import FoundExperience, find
from samenspraak.people.kinds import Role
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.document import Kind
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import Filters, Period, SearchRequest, SearchResult
from samenspraak.search.thesaurus import Thesaurus
from tests.factories.experiences import make_experience
from tests.factories.index import index_all
from tests.factories.people import make_organisation, make_person, make_theme, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """An index of its own."""
    return Index(tmp_path / "index")


def look(session: Session, index: Index, who: Viewer, words: str, **filters: object) -> tuple[list[str], SearchResult]:
    """Search; return the titles of the experiences that were found, and the result."""
    request = SearchRequest(query=parse(words), audience=tokens_of(who), now=NOON, filters=Filters(**filters))  # type: ignore[arg-type]
    found = find(session, index, who, request, Thesaurus())
    titles = [each.experience.title for each in found.items if isinstance(each, FoundExperience)]
    return titles, found.result


def test_an_experience_is_found_by_its_words_and_its_partnership_with_facets(session: Session, index: Index) -> None:
    theme = make_theme(session, "vervoer", "Leerlingenvervoer")
    partnership = make_organisation(session, name="SWV De Vlinder", municipalities=["Zundert"])
    make_experience(session, partnership, themes=[theme], title="Een taxipool met drie gemeenten")
    make_question(session, themes=[theme], title="Wie regelt een taxipool?")
    index_all(session, index)
    who = viewer(make_person(session, Role.COORDINATOR))

    titles, result = look(session, index, who, "taxipool")
    assert titles == ["Een taxipool met drie gemeenten"]
    assert result.facets.kind == {Kind.QUESTION: 1, Kind.EXPERIENCE: 1}
    assert result.facets.theme == {"vervoer": 2}
    assert look(session, index, who, "taxipool", kind=Kind.EXPERIENCE)[1].total == 1
    assert look(session, index, who, "taxipool", kind=Kind.EXPERIENCE, period=Period.WEEK)[1].total == 1
    assert look(session, index, who, "taxipool", kind=Kind.EXPERIENCE, answered=False)[1].total == 0
    assert look(session, index, who, "Zundert")[0] == ["Een taxipool met drie gemeenten"]


def test_a_visitor_finds_no_experience(session: Session, index: Index) -> None:
    make_experience(session, title="Een taxipool")
    index_all(session, index)

    titles, result = look(session, index, VISITOR, "taxipool")

    assert (titles, result.total) == ([], 0)


def test_what_was_removed_or_is_of_who_left_is_not_shown_though_the_index_lags(session: Session, index: Index) -> None:
    gone, of_who_left = make_experience(session, title="Taxipool een"), make_experience(session, title="Taxipool twee")
    index_all(session, index)
    session.delete(gone)
    of_who_left.organisation.is_active = False
    session.flush()

    titles, result = look(session, index, viewer(make_person(session)), "taxipool")

    assert (titles, result.total) == ([], 0)


def test_experiences_like_a_question_are_found_apart_from_questions(session: Session, index: Index) -> None:
    mine = make_experience(session, title="Een taxipool met drie gemeenten", body="Wij delen busjes.")
    make_experience(session, title="Dyslexie in de onderbouw", body="Lezen met plezier.")
    make_question(session, title="Een taxipool met drie gemeenten")
    index_all(session, index)

    found = index.similar("Hoe begin ik een taxipool?", "", ["signed-in"], Thesaurus(), kind=Kind.EXPERIENCE)

    assert [each.key for each in found] == [mine.id]
