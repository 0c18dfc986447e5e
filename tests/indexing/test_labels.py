"""What of the thesaurus is inside documents is followed; all else is seen at once, by every process."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import delete

from samenspraak.core.db import SessionFactory, reading
from samenspraak.indexing.comparing import Fault, compare, repair
from samenspraak.indexing.labels import follow_labels
from samenspraak.indexing.upkeep import rebuild
from samenspraak.search.document import Kind
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import SearchRequest
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import Theme, ThesaurusExpansion, ThesaurusTerm
from samenspraak.themes.queries import thesaurus
from tests.factories.people import make_expert, make_theme
from tests.factories.questions import make_question
from tests.support.site import NOON


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


def found(index: Index, typed: str, words: Thesaurus | None = None) -> list[tuple[Kind, int]]:
    request = SearchRequest(query=parse(typed), audience=frozenset(["signed-in"]), now=NOON + dt.timedelta(days=1))
    return [(hit.kind, hit.key) for hit in index.search(request, words or Thesaurus()).hits]


def test_a_changed_label_has_the_experts_on_it_indexed_again(sessions: SessionFactory, index: Index) -> None:
    with sessions.begin() as session:
        theme, other = make_theme(session, label="Vervoer"), make_theme(session, label="Bekostiging")
        expert, _ = make_expert(session, themes=[theme]), make_expert(session, themes=[other])
        theme_id, expert_id = theme.id, expert.id
    rebuild(sessions, index)
    assert follow_labels(sessions, index) == 0
    with sessions.begin() as session:
        session.get_one(Theme, theme_id).label = "Zwemmen"

    assert [each.fault for each in compare(sessions, index)] == [Fault.OTHER]
    assert follow_labels(sessions, index) == 1

    assert found(index, "zwemmen") == [(Kind.EXPERT, expert_id)]
    assert found(index, "vervoer") == []
    assert compare(sessions, index) == []
    assert follow_labels(sessions, index) == 0


@pytest.mark.sqlite_only
def test_a_new_name_in_addresses_is_followed_in_questions_too(sessions: SessionFactory, index: Index) -> None:
    with sessions.begin() as session:
        theme = make_theme(session, slug="oud")
        theme_id, question_id = theme.id, make_question(session, themes=[theme]).id
    rebuild(sessions, index)
    with sessions.begin() as session:
        session.get_one(Theme, theme_id).slug = "nieuw"
        make_theme(session, slug="erbij")
    repair(sessions, index, compare(sessions, index))
    assert index.keys_about(Kind.QUESTION, ["nieuw"]) == {question_id}
    assert index.keys_about(Kind.QUESTION, ["oud"]) == set()
    assert compare(sessions, index) == []


@pytest.mark.sqlite_only
def test_a_changed_thesaurus_is_seen_at_the_next_search(sessions: SessionFactory, index: Index) -> None:
    with sessions.begin() as session:
        question_id = make_question(session, title="De toelaatbaarheidsverklaring", body="").id
        term = ThesaurusTerm(kind=TermKind.SYNONYM, term="zorgbewijs", only_in_capitals=False)
        session.add(term)
        session.flush()
        term_id = term.id
    rebuild(sessions, index)

    def search() -> list[tuple[Kind, int]]:
        with reading(sessions) as session:
            return found(index, "zorgbewijs", thesaurus(session))

    assert search() == []
    with sessions.begin() as session:
        session.add(ThesaurusExpansion(term_id=term_id, position=1, text="toelaatbaarheidsverklaring"))
    assert search() == [(Kind.QUESTION, question_id)]
    with sessions.begin() as session:
        session.execute(delete(ThesaurusExpansion).where(ThesaurusExpansion.term_id == term_id))
    assert search() == []
