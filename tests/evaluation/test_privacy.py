"""Measuring the guard: verdicts by text, kinds by span; a span counts as found when it is overlapped."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from samenspraak.commands.evaluate import evaluate
from samenspraak.evaluation.privacy import JudgedText, measure_outcomes, read_judged_texts
from samenspraak.privacy.findings import Finding, Kind, Verdict

PHONE = Finding(10, 20, Kind.PHONE)
WARNED = JudgedText("x" * 50, Verdict.WARN, (PHONE,))
PASSED = JudgedText("x" * 50, Verdict.PASS, ())


def line(**row: object) -> str:
    return json.dumps({"id": "t1", "text": "Bel 06-12345678.", "verdict": "warn", "spans": [[4, 15, "phone"]]} | row)


def test_an_overlap_counts_as_found_and_exact_edges_are_counted_apart() -> None:
    found = measure_outcomes([(WARNED, [Finding(12, 25, Kind.PHONE)]), (WARNED, [PHONE])])
    assert found["kinds"]["phone"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert found["spans_exact"] == 0.5


def test_a_finding_of_another_kind_is_wrong_and_the_span_is_missed() -> None:
    found = measure_outcomes([(WARNED, [Finding(10, 20, Kind.BSN)])])
    assert found["kinds"]["phone"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert found["kinds"]["bsn"]["precision"] == 0.0
    assert found["verdicts"]["refuse"]["precision"] == 0.0


def test_verdicts_are_counted_by_text() -> None:
    found = measure_outcomes([(WARNED, [PHONE]), (WARNED, []), (PASSED, []), (PASSED, [])])
    assert found["verdicts"]["warn"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667}
    assert found["verdicts"]["pass"] == {"precision": 0.6667, "recall": 1.0, "f1": 0.8}


def test_what_is_neither_there_nor_found_is_right() -> None:
    assert measure_outcomes([(PASSED, [])])["kinds"]["bsn"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_the_command_prints_one_object_in_the_order_of_the_issue(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(line() + "\n\n" + line(text="Hoe werkt het OPP?", verdict="pass", spans=[]) + "\n")
    printed = json.loads(CliRunner().invoke(evaluate, ["privacy", str(file)]).output)
    assert list(printed) == ["verdicts", "kinds", "spans_exact"]
    assert list(printed["verdicts"]) == ["refuse", "warn", "pass"]
    assert list(printed["kinds"]) == ["bsn", "name_birthdate", "phone", "email", "address", "child"]
    assert printed["kinds"]["phone"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert printed["spans_exact"] == 1.0


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "no texts"),
        ("not json", "line 1"),
        (line() + "\n[1]", "line 2"),
        (line(verdict="maybe"), "maybe"),
        (line(spans=[[4, 15, "fax"]]), "fax"),
        (line(spans=[[4, 99, "phone"]]), "does not fit"),
        ("{}", "KeyError"),
    ],
)
def test_a_bad_file_is_told_with_its_line(tmp_path: Path, content: str, complaint: str) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(content)
    result = CliRunner().invoke(evaluate, ["privacy", str(file)])
    assert result.exit_code == 1
    assert complaint in result.output
    assert "Traceback" not in result.output


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_bytes(b"\xff\xfe{}")
    assert CliRunner().invoke(evaluate, ["privacy", str(file)]).exit_code == 1


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(json.dumps({"text": "a\u2028b", "verdict": "pass", "spans": []}, ensure_ascii=False))
    assert read_judged_texts(file)[0].text == "a\u2028b"
