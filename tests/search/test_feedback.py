"""A question of a word or two is read with the words of the discussions that fit it best."""

from pathlib import Path

from samenspraak.search.document import Document, Kind
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus

TEXTS = {
    1: "Aanwerving van verpleegkundigen in het ziekenhuis",
    2: "Het ziekenhuis zoekt verpleegkundigen",
    3: "Treinen met vertraging",
}
LONG = "Aanwerving: hoe gaat dat bij ambulances, brandweer, politie, leger en douane?"


def found(folder: Path, title: str, without: int | None = None) -> list[int]:
    index = Index(folder)
    index.rebuild(
        Document(kind=Kind.QUESTION, key=key, title=text, audience=("everyone",)) for key, text in TEXTS.items()
    )
    evidence = index.evidence(title, "", ["everyone"], Thesaurus(), without=without)
    return [thread.key for thread in evidence.threads]


def test_a_short_question_finds_what_is_like_its_best_discussion(tmp_path: Path) -> None:
    assert found(tmp_path, "aanwerving") == [1, 2]


def test_a_long_question_is_taken_at_its_word(tmp_path: Path) -> None:
    assert found(tmp_path, LONG) == [1]


def test_the_question_itself_does_not_speak_for_others(tmp_path: Path) -> None:
    assert found(tmp_path, "aanwerving", without=1) == []
