"""Lists as files that Dutch spreadsheets open with a click: semicolons, and a mark that says that it is UTF-8."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence

from flask import Response, stream_with_context

from samenspraak.core.clock import local_day
from samenspraak.web.shell.context import now

MOST_ROWS = 10_000
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | dt.date | None


def send_spreadsheet(name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Response:
    """Return a file with rows below a line of headings, sent as they are read."""
    lines = stream_with_context(_lines(headings, rows))
    headers = {"Content-Disposition": f"attachment; filename={name}-{local_day(now())}.csv"}
    return Response(lines, mimetype="text/csv", headers=headers)


def _lines(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield BYTE_ORDER_MARK + _line(headings)
    for row in rows:
        yield _line(row)


def _line(cells: Sequence[Cell]) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerow([_as_written(cell) for cell in cells])
    return written.getvalue()


def _as_written(cell: Cell) -> str | int:
    """Have a spreadsheet take as text what it would take for a formula; days are written as it reads them."""
    if isinstance(cell, dt.datetime):
        return str(local_day(cell))
    if isinstance(cell, str):
        text = cell.replace("\N{NO-BREAK SPACE}", " ")
        return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
    return cell if isinstance(cell, int) else str(cell or "")
