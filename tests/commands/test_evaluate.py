"""`flask evaluate matching DIR` reads incomplete and packed files, leaves the asker out and prints one JSON object."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from samenspraak.commands.evaluate import evaluate

EXPERTS = [
    {"id": "e1", "name": "Anna", "expertise": "Leerlingenvervoer en bussen."},
    {"id": "e2", "name": "Bert"},
    {"id": "e3", "name": "Cato", "expertise": "Bekostiging."},
]
THREADS = [
    {"id": "t1", "title": "Te lang in de bus", "answers": [{"expert": "e2", "body": "Vraag de gemeente."}]},
    {"id": "t2", "title": "Bekostiging in de krimp", "body": "", "answers": [], "date": None},
]
QUESTIONS = [{"id": "q1", "title": "De bus is te laat", "body": "Wie regelt het vervoer?", "asker": "e1"}]


def lines(rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def run(folder: Path) -> dict[str, dict[str, float]]:
    result = CliRunner().invoke(evaluate, ["matching", str(folder)])
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.output))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "experts.jsonl").write_text(lines(EXPERTS))
    (tmp_path / "questions.jsonl").write_text(lines(QUESTIONS))
    with gzip.open(tmp_path / "threads.jsonl.gz", "wt") as packed:
        packed.write(lines(THREADS))
    return tmp_path


def test_experts_are_measured_without_the_asker(folder: Path) -> None:
    (folder / "qrels-experts.tsv").write_text("q1\t0\te2\t2\nq1\t0\te3\t0\n")
    found = run(folder)
    assert set(found) == {"experts"}
    assert found["experts"]["n"] == 1
    assert found["experts"]["success@1"] == 1.0
    assert found["experts"]["ms_p95"] > 0


def test_threads_are_measured_beside_experts(folder: Path) -> None:
    (folder / "qrels-experts.tsv").write_text("q1 0 e2 1\n")
    (folder / "qrels-threads.tsv").write_text("q1 0 t1 2\n")
    assert run(folder)["threads"]["ndcg@10"] == 1.0


def test_questions_without_a_body_search_as_the_search_page_does(folder: Path) -> None:
    (folder / "questions.jsonl").write_text(lines([{"id": "s1", "title": "bussen"}]))
    (folder / "qrels-threads.tsv").write_text("s1 0 t1 1\n")
    assert run(folder)["threads"]["mrr"] == 1.0


def test_a_set_without_judgements_gives_an_empty_object(folder: Path) -> None:
    assert run(folder) == {}
