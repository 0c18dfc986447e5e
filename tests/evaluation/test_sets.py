"""Sets on disk: numbered posts without dates get an order; the thesaurus is what is shipped and what a set adds."""

import json
from pathlib import Path

from samenspraak.evaluation.documents import documents_of
from samenspraak.evaluation.sets import Collection, read_collection
from samenspraak.search.document import Contribution


def write(folder: Path, name: str, rows: list[dict[str, object]]) -> None:
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def answers_of(collection: Collection) -> list[Contribution]:
    return [answer for document in documents_of(collection) for answer in document.people]


def test_numbered_posts_without_dates_are_as_old_as_their_numbers(tmp_path: Path) -> None:
    write(tmp_path, "experts", [{"id": "u1"}])
    answers = [{"id": "12", "expert": "u1", "body": ""}, {"id": "40", "expert": "u1", "body": ""}]
    write(tmp_path, "threads", [{"id": "10", "title": "bus", "date": None, "answers": answers}])
    write(tmp_path, "questions", [{"id": "50", "title": "taxi", "date": None}])
    first, second = (each.at for each in answers_of(read_collection(tmp_path)))
    assert first is not None
    assert second is not None
    assert (second - first).total_seconds() == 28


def test_names_that_are_no_numbers_tell_no_time(tmp_path: Path) -> None:
    write(tmp_path, "experts", [{"id": "e1"}])
    write(tmp_path, "threads", [{"id": "t1", "title": "bus", "answers": [{"expert": "e1", "body": ""}]}])
    assert [each.at for each in answers_of(read_collection(tmp_path))] == [None]


def test_a_set_adds_its_own_words_to_those_that_are_shipped(tmp_path: Path) -> None:
    (tmp_path / "synonyms.json").write_text(json.dumps({"synonyms": [{"term": "bus", "synonyms": ["schoolbus"]}]}))
    found = read_collection(tmp_path).thesaurus
    assert "schoolbus" in found.also("bus")
    assert "toelaatbaarheidsverklaring" in found.also("TLV")
