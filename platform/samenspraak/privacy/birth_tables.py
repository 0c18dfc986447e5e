"""Names and dates in one row of a table that has a column of birth dates."""

import re

from samenspraak.privacy.birth_context import BirthContext
from samenspraak.privacy.birth_gaps import is_row
from samenspraak.privacy.dates import Date
from samenspraak.privacy.names import Name

_ROW = re.compile(r"[^\n]{0,20}(?:[\t;|,][^\n\t;|]{0,25}){1,6}")
_NEAR = 100
_HEADER_DISTANCE = 900


def is_row_under_header(context: BirthContext, name: Name, date: Date) -> bool:
    """Whether name and date stand in one row, under a header that names birth dates."""
    line = context.text.rfind("\n", max(0, date.start - 2 * _NEAR), date.start) + 1
    header = context.word_before(line) if line else None
    if not header or name.start < line or line - header.start() > _HEADER_DISTANCE:
        return False
    return bool(_ROW.fullmatch(context.text, name.start, date.start)) or is_row(context.text[name.end : date.start])


def start_of_row(context: BirthContext, name: Name) -> int:
    """Where the first name in the row of a name begins."""
    line = context.text.rfind("\n", max(0, name.start - 2 * _NEAR), name.start) + 1
    first = context.name_from(line)
    return first.start if first and name.start - first.start < _NEAR else name.start
