"""The measures of the Dutch analysis on small lists whose outcome is plain."""

from pathlib import Path

import pytest

from samenspraak.evaluation.language import measure_language


def lists(folder: Path, **lines: str) -> Path:
    for name, text in ({"same": "a b", "apart": "a b", "compounds": "a a"} | lines).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_each_pair_within_a_line_counts_once(tmp_path: Path) -> None:
    assert measure_language(lists(tmp_path, same="school scholen fiets\n\n"))["same"] == 0.3333


def test_a_stop_word_meets_its_own_inflections(tmp_path: Path) -> None:
    assert measure_language(lists(tmp_path, same="moeten moest"))["same"] == 1


def test_a_part_that_is_shared_counts_as_meeting(tmp_path: Path) -> None:
    assert measure_language(lists(tmp_path, apart="zorgplicht plicht\nfiets regen"))["apart"] == 0.5


def test_a_compound_is_right_with_all_its_parts_or_whole_as_asked(tmp_path: Path) -> None:
    found = measure_language(lists(tmp_path, compounds="zorgplicht zorg plicht\nzorgplicht zorgplicht"))
    assert found["compounds"] == 0.5


def test_a_line_of_one_word_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"same\.txt"):
        measure_language(lists(tmp_path, same="school"))


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"same\.txt"):
        measure_language(tmp_path)
