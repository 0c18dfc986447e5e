"""A change of the words counts in processes that read them before, without a restart."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samenspraak.core.db import Session, SessionFactory
from samenspraak.indexing.upkeep import rebuild
from samenspraak.search.index import Index
from samenspraak.themes.editing import add_term, edit_term, remove_term
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.queries import find_term, words_of_term
from samenspraak.themes.words import Term
from tests.factories.questions import make_question

NOW = dt.datetime(2014, 3, 3, 9, tzinfo=dt.UTC)
ROOT = Path(__file__).parents[2]


@pytest.mark.sqlite_only
def test_an_edit_turns_a_search_that_fails_into_a_hit_at_once_in_another_process(
    own_database_url: str, sessions: SessionFactory, tmp_path: Path
) -> None:
    with sessions.begin() as session:
        make_question(session, title="Een arrangement aanvragen", body="")
    rebuild(sessions, Index(tmp_path / "index"))
    with _searching(own_database_url, tmp_path / "index") as other:
        assert _found(other, "ransel") == 0
        with sessions.begin() as session:
            term_id = add_term(session, 1, Term(TermKind.OLD, "ransel", ("arrangement",)), NOW).id
        assert _found(other, "ransel") == 1
        with sessions.begin() as session:
            _spell(session, term_id, "knapzak")
        assert (_found(other, "ransel"), _found(other, "knapzak")) == (0, 1)
        with sessions.begin() as session:
            remove_term(session, 1, term_id, "Proef", NOW)
        assert _found(other, "knapzak") == 0


def _spell(session: Session, term_id: int, word: str) -> None:
    sign = words_of_term(find_term(session, term_id)).sign
    edit_term(session, 1, term_id, Term(TermKind.OLD, word, ("arrangement",), id=term_id), sign, NOW)


@contextmanager
def _searching(url: str, index: Path) -> Iterator["subprocess.Popen[str]"]:
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("platform", "."))
    command = [sys.executable, str(Path(__file__).with_name("searching.py")), url, str(index)]
    environment = os.environ | {"PYTHONPATH": paths}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def _found(process: "subprocess.Popen[str]", typed: str) -> int:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{typed}\n")
    process.stdin.flush()
    return int(process.stdout.readline())
