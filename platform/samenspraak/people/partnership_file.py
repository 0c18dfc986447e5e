"""Reading a file of partnerships: any delimiter, any usual encoding, several shapes.

A line names one partnership (`swv_code`, `code`, `ADMINISTRATIENUMMER`) or, in a file of postcode areas, one of each
sector (`swv_po`, `swv_vo`). It may hold the whole list of municipalities, or one municipality of many lines.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samenspraak.people.kinds import Sector
from samenspraak.people.partnership_codes import is_code, normal_code, province_of, sector_of

DELIMITERS = ",;\t"

_COLUMNS = {
    "code": {"swv_code", "code", "administratienummer", "swv", "swv_nummer", "nummer"},
    "code_po": {"swv_po"},
    "code_vo": {"swv_vo"},
    "sector": {"sector", "onderwijssector"},
    "province": {"provincie", "province"},
    "name": {"naam", "name", "samenwerkingsverband", "swv_naam", "naam_samenwerkingsverband"},
    "municipalities": {"gemeenten", "municipalities"},
    "municipality": {"gemeente", "gemeentenaam", "municipality"},
    "largest": {"grootste_gemeente", "largest_municipality"},
}
_SECTORS = {"po": "po", "primair": "po", "primair onderwijs": "po", "vo": "vo", "voortgezet onderwijs": "vo"}
_CODE_COLUMNS = ("code", "code_po", "code_vo")


class Unreadable(Exception):
    """Nothing in the file could be read as partnerships."""


@dataclass(frozen=True)
class Rejected:
    """A line that was not taken, by its number in the file, and why."""

    line: int
    reason: str


@dataclass
class Area:
    """What a file says of one partnership. A whole list replaces, single municipalities add."""

    code: str
    sector: Sector
    province: str = ""
    name: str = ""
    whole_list: list[str] | None = None
    seen: Counter[str] = field(default_factory=Counter)

    @property
    def municipalities(self) -> list[str]:
        """Largest first: as listed, or by the number of lines that name them."""
        return self.whole_list or [name for name, _lines in self.seen.most_common()]


@dataclass(frozen=True)
class Reading:
    """What was understood of a file."""

    areas: list[Area]
    rejected: list[Rejected]


def read_partnerships(data: bytes) -> Reading:
    """Read a file; raise `Unreadable` when no column with codes is found in it, or it is no text in columns."""
    try:
        return _read(_rows(_decode(data)))
    except csv.Error as error:
        raise Unreadable(str(error)) from error


def _read(rows: Iterable[tuple[int, Mapping[str, str]]]) -> Reading:
    areas: dict[str, Area] = {}
    rejected = []
    first_line: dict[str, int] = {}
    for number, row in rows:
        reason = _take(row, areas, first_line, number)
        if reason:
            rejected.append(Rejected(number, reason))
    return Reading(list(areas.values()), rejected)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield each line that holds anything, by our names of the columns, with its number in the file."""
    for delimiter in _likely_delimiters(text):
        lines = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
        header = next((cells for cells in lines if any(cells)), [])
        columns = [_column(cell) for cell in header]
        if any(name in columns for name in _CODE_COLUMNS):
            return (
                (lines.line_num, dict(zip(columns, map(str.strip, cells), strict=False)))
                for cells in lines
                if any(cells)
            )
    raise Unreadable("no column with codes of partnerships (swv_code, code or ADMINISTRATIENUMMER)")


def _likely_delimiters(text: str) -> list[str]:
    """Return the delimiters, likeliest first: the sniffer errs where a cell holds a list, so its word is only tried."""
    header = next(filter(str.strip, text.splitlines()), "")
    by_count = sorted(DELIMITERS, key=header.count, reverse=True)
    try:
        sniffed = csv.Sniffer().sniff(text[:4096], DELIMITERS).delimiter
    except csv.Error:
        return by_count
    return sorted(by_count, key=lambda each: each != sniffed)


def _column(heading: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", heading.casefold()).strip("_")
    return next((name for name, aliases in _COLUMNS.items() if plain in aliases), plain)


def _take(row: Mapping[str, str], areas: dict[str, Area], first_line: dict[str, int], number: int) -> str | None:
    """Add a line to what is known; return why not."""
    codes = [normal_code(row[name]) for name in _CODE_COLUMNS if row.get(name)]
    reason = _fault(row, codes)
    if reason:
        return reason
    for code in codes:
        if "municipality" not in row and code in areas:
            return f"{code} was on line {first_line[code]} already"
        first_line.setdefault(code, number)
        _fill(areas.setdefault(code, Area(code, sector_of(code))), row)
    return None


def _fault(row: Mapping[str, str], codes: Sequence[str]) -> str | None:
    if not codes:
        return "no code of a partnership"
    for code in codes:
        if not is_code(code):
            return f"{code!r} is no code of a partnership, such as PO2601"
    sector = row.get("sector", "").casefold()
    if sector and _SECTORS.get(sector) != codes[0][:2].lower():
        return f"sector {row['sector']!r} does not fit {codes[0]}"
    return None


def _fill(area: Area, row: Mapping[str, str]) -> None:
    area.province = row.get("province") or area.province or province_of(area.code)
    area.name = row.get("name") or area.name
    listed = [name for part in row.get("municipalities", "").split(";") if (name := part.strip())]
    largest = row.get("largest", "")
    if listed:
        area.whole_list = list(dict.fromkeys(filter(None, [largest, *listed])))
    for name in filter(None, [largest if not listed else "", row.get("municipality", "")]):
        area.seen[name] += 1
