"""Nothing is left in the files of a database of what was deleted."""

from pathlib import Path

from sqlalchemy import select, text, update

from samenspraak.core.db import clear_free_pages, create_engine, session_factory
from samenspraak.questions.models.question import Question
from tests.factories.questions import make_question

WORD = "kanariegeel"


def test_what_was_overwritten_is_in_no_file_of_the_database(own_database_url: str, tmp_path: Path) -> None:
    engine = create_engine(own_database_url)
    with session_factory(engine).begin() as session:
        make_question(session, body=WORD)
    with session_factory(engine).begin() as session:
        session.execute(update(Question).values(body="weg"))
    assert clear_free_pages(engine)
    with engine.connect() as connection:
        assert connection.scalar(select(Question.body)) == "weg"
        if engine.dialect.name == "postgresql":
            pages = connection.scalar(text("SELECT pg_relation_size('question') / current_setting('block_size')::int"))
            assert pages == 1
    assert not any(WORD.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    engine.dispose()
