"""Numbers that come as text name a row, or nothing."""

import pytest

from samenspraak.web.shell.keys import LARGEST, read_key


@pytest.mark.parametrize(("text", "key"), [("0", 0), ("12", 12), (str(LARGEST), LARGEST), (12, 12)])
def test_a_number_that_a_row_can_have_is_read(text: object, key: int) -> None:
    assert read_key(text) == key


@pytest.mark.parametrize("text", ["", " 1", "01", "-1", "1.0", "een", "١", str(LARGEST + 1), "9" * 40, None])
def test_anything_else_names_no_row(text: object) -> None:
    assert read_key(text) is None
