"""What differs between index and database is found, named and set right."""

from pathlib import Path

import pytest

from samenspraak.core.db import SessionFactory
from samenspraak.indexing.comparing import Difference, Fault, compare, repair
from samenspraak.indexing.upkeep import rebuild
from samenspraak.questions.models.question import Question
from samenspraak.search.document import Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from tests.factories.people import make_expert
from tests.factories.questions import make_question


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


def test_a_fresh_index_differs_in_nothing(sessions: SessionFactory, index: Index) -> None:
    with sessions.begin() as session:
        make_question(session)
        make_expert(session)
    rebuild(sessions, index)
    assert compare(sessions, index) == []


def test_what_is_missing_surplus_older_or_newer_is_named_and_mended(sessions: SessionFactory, index: Index) -> None:
    with sessions.begin() as session:
        surplus, older, newer = (make_question(session).id for _ in range(3))
        session.get_one(Question, newer).version = 5
    rebuild(sessions, index)
    with sessions.begin() as session:
        session.delete(session.get_one(Question, surplus))
        session.get_one(Question, older).version = 2
        session.get_one(Question, newer).version = 4
        missing = make_expert(session).id
    differences = compare(sessions, index)
    assert differences == [
        Difference(Kind.EXPERT, missing, Fault.MISSING),
        Difference(Kind.QUESTION, surplus, Fault.SURPLUS),
        Difference(Kind.QUESTION, older, Fault.OLDER),
        Difference(Kind.QUESTION, newer, Fault.NEWER),
    ]
    repair(sessions, index, differences)
    assert compare(sessions, index) == []


def test_a_missing_index_cannot_be_compared(sessions: SessionFactory, index: Index) -> None:
    with pytest.raises(IndexBroken):
        compare(sessions, index)
