"""The index follows the database, whatever state it was in."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenspraak.core.db import Session, SessionFactory
from samenspraak.indexing.upkeep import BATCH, count_documents, index_some, mend, rebuild
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.questions.actions.answering import accept_answer, give_answer, withdraw_acceptance
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.actions.editing import edit_answer, edit_question
from samenspraak.questions.actions.guests import let_in, let_out
from samenspraak.questions.drafts import AnswerDraft, CommentDraft, QuestionDraft
from samenspraak.questions.edits import AnswerEdit
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.question import Question
from samenspraak.search.document import Document, Kind
from samenspraak.search.index import Index
from tests.factories.people import make_expert, make_theme, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


def said(body: str) -> AnswerEdit:
    return AnswerEdit(body, Standing.PERSONAL)


def test_a_rebuild_takes_all_questions_and_listed_experts_and_tells_how_far_it_is(
    sessions: SessionFactory, index: Index
) -> None:
    with sessions.begin() as session:
        asker = make_question(session).asker
        for _ in range(BATCH):
            make_question(session, asker=asker)
        expert, hidden = make_expert(session), make_expert(session, is_listed=False)
    told: list[int] = []
    assert count_documents(sessions) == BATCH + 3
    assert rebuild(sessions, index, told.append) == BATCH + 2
    assert told == [BATCH, 1, 2]
    assert len(index.versions(Kind.QUESTION)) == BATCH + 1
    assert index.versions(Kind.EXPERT) == {expert.id: 1}
    assert hidden.id not in index.versions(Kind.EXPERT)


def test_what_changed_is_brought_in_and_what_is_gone_is_taken_out(sessions: SessionFactory, index: Index) -> None:
    with sessions.begin() as session:
        kept, gone, new = (make_question(session).id for _ in range(3))
        session.delete(session.get_one(Question, new))
    rebuild(sessions, index)
    with sessions.begin() as session:
        session.get_one(Question, kept).version = 7
        session.delete(session.get_one(Question, gone))
        new = make_question(session).id
    index_some(sessions, index, Kind.QUESTION, [kept, gone, new])
    assert index.versions(Kind.QUESTION) == {kept: 7, new: 1}


def test_an_expert_who_is_no_longer_listed_is_taken_out(sessions: SessionFactory, index: Index) -> None:
    with sessions.begin() as session:
        expert = make_expert(session)
    rebuild(sessions, index)
    with sessions.begin() as session:
        session.get_one(ExpertProfile, expert.id).is_listed = False
    index_some(sessions, index, Kind.EXPERT, [expert.id])
    assert index.versions(Kind.EXPERT) == {}


def test_bringing_in_one_change_makes_a_missing_index_whole(sessions: SessionFactory, index: Index) -> None:
    with sessions.begin() as session:
        first, second = make_question(session), make_question(session)
    index_some(sessions, index, Kind.QUESTION, [second.id])
    assert set(index.versions(Kind.QUESTION)) == {first.id, second.id}
    assert not mend(sessions, index)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves a damaged file open
@pytest.mark.parametrize("fault", ["gone", "folder gone", "emptied", "cut off", "of another version"])
def test_a_broken_index_is_made_anew(sessions: SessionFactory, index: Index, tmp_path: Path, fault: str) -> None:
    with sessions.begin() as session:
        question = make_question(session)
    rebuild(sessions, index)
    spoil(tmp_path / "index", fault)
    again = Index(tmp_path / "index")
    index_some(sessions, again, Kind.QUESTION, [question.id])
    assert again.versions(Kind.QUESTION) == {question.id: 1}
    assert not again.needs_rebuild()


def spoil(root: Path, fault: str) -> None:
    folder = root / (root / "current").read_text()
    segment = next((folder / "questions").glob("*.seg"))
    match fault:
        case "gone":
            shutil.rmtree(root)
        case "folder gone":
            shutil.rmtree(folder)
        case "emptied":
            next((folder / "questions").glob("*.toc")).write_bytes(b"")
        case "cut off":
            segment.write_bytes(segment.read_bytes()[:100])
        case _:
            (folder / "meta.json").write_text('{"version": "0.0"}')


def test_what_is_read_before_a_rebuild_and_written_after_it_brings_nothing_back(
    sessions: SessionFactory, index: Index
) -> None:
    """A worker that took a row waits for the rebuild of another process, in which the question has gone meanwhile."""
    with sessions.begin() as session:
        question_id = make_question(session).id
    rebuild(sessions, index)
    worker = threading.Thread(target=index_some, args=(sessions, index, Kind.QUESTION, [question_id]))

    def documents() -> Iterator[Document]:
        worker.start()
        worker.join(timeout=0.3)  # it must not come through while the rebuild holds the index
        assert worker.is_alive()
        with sessions.begin() as session:
            session.delete(session.get_one(Question, question_id))
        yield from ()

    index.rebuild(documents())
    worker.join()
    assert index.versions(Kind.QUESTION) == {}


def test_every_change_of_what_is_found_of_a_question_gives_it_a_next_version(session: Session) -> None:
    question, expert, guest = make_question(session), make_expert(session), make_expert(session)
    theme = make_theme(session)
    asker, answerer = viewer(question.asker), viewer(expert)
    versions = [question.version]

    def note() -> None:
        session.flush()
        session.expire(question, ["version"])
        versions.append(question.version)

    draft = QuestionDraft("Nieuw", "Tekst", (theme.id,), question.sector, question.visibility, question.organisation_id)
    edit_question(session, asker, question.id, draft, question.sign, NOON)
    note()
    let_in(session, question.id, guest.id, NOON)
    note()
    let_out(session, question.id, guest.id)
    note()
    organisation = expert.assignments[0].organisation_id
    answer = give_answer(session, answerer, question.id, AnswerDraft("Zo.", Standing.PERSONAL, organisation), NOON)
    note()
    edit_answer(session, answerer, answer.id, said("Anders."), answer.sign, NOON)
    note()
    comment(session, asker, question.id, CommentDraft("Dank.", answer.id), NOON)
    note()
    accept_answer(session, asker, answer.id, NOON)
    note()
    withdraw_acceptance(session, asker, answer.id)
    note()
    assert versions == sorted(set(versions)), "each must be newer than the one before"
    assert len(versions) == 9
