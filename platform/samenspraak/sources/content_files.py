"""Files of statutes: those that Samenspraak starts with, shipped in `content/`, and those that someone loads."""

import dataclasses
import datetime as dt
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from samenspraak.core.errors import Invalid
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.rules import SourceDraft
from samenspraak.sources.statutes import ParsedPart, parse_statute, title_of

_CONTENT = Path(__file__).parent / "content"
_FILE = re.compile(r"(?P<identifier>BWBR\d{7})-(?P<name>[A-Za-z0-9-]+)(?:\.(?P<day>\d{4}-\d\d-\d\d))?")
_ADDRESS = "https://wetten.overheid.nl/{}"


@dataclasses.dataclass(frozen=True)
class StatuteFile:
    """A statute as a file has it; `valid_from` as its name says, if it does."""

    draft: SourceDraft
    parts: tuple[ParsedPart, ...]
    valid_from: dt.date | None


def shipped_files() -> list[Path]:
    """Return the files that are shipped, older versions first."""
    return sorted(_CONTENT.glob("BWBR*.markdown"))


def read_statute(path: Path) -> StatuteFile:
    """Read `<identifier>-<name>[.<day>].md`, or another ending; `Invalid` for other names, ValueError for no text."""
    named = _FILE.fullmatch(path.stem)
    if not named:
        raise Invalid("file", "source-file-name")
    markdown = path.read_text(encoding="utf-8-sig")
    known = _known().get(named["identifier"], {})
    published_on = known.get("published_on")
    draft = SourceDraft(
        kind=SourceKind.STATUTE,
        name=str(known.get("name") or named["name"]),
        title=str(known.get("title") or title_of(markdown) or named["name"]),
        identifier=named["identifier"],
        address=_ADDRESS.format(named["identifier"]),
        published_on=dt.date.fromisoformat(published_on) if published_on else None,
    )
    return StatuteFile(draft, parse_statute(markdown), dt.date.fromisoformat(named["day"]) if named["day"] else None)


@cache
def _known() -> dict[str, dict[str, Any]]:
    entries = json.loads((_CONTENT / "statutes.json").read_text(encoding="utf-8"))
    return {entry["identifier"]: entry for entry in entries}
