"""Searches as a file that Dutch spreadsheets open with a click: semicolons, and a mark that says that it is UTF-8."""

import csv
import io
from collections.abc import Iterable

from flask_babel import gettext as _

from samenspraak.demand.queries import WordsDemand

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA = ("=", "+", "-", "@")


def spreadsheet(rows: Iterable[WordsDemand]) -> str:
    """Return the rows below a line of headings."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow([_("Woorden"), _("Gezocht"), _("Niets gevonden"), _("Meeste resultaten"), _("Iets geopend")])
    writer.writerows([_as_text(row.words), row.times, row.nothing, row.most_found, row.opened] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def _as_text(words: str) -> str:
    """Have a spreadsheet take as text what it would take for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words
