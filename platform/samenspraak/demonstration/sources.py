"""The sources of the demonstration: statutes from the start, letters that a moderator added, one newer text."""

import datetime as dt
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

from samenspraak.core.db import Session
from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.stage import Stage
from samenspraak.sources.actions import add_source, load_statute
from samenspraak.sources.content_files import read_statute, shipped_files
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.rules import SourceDraft


def load_first_texts(session: Session, at: dt.datetime) -> None:
    """Load every shipped statute in its oldest version: what the answers were written on."""
    for path in shipped_files():
        if path not in _newer_files():
            _load(session, path, at)


def change_texts(stage: Stage, agenda: Agenda) -> None:
    """Have a moderator add some letters, and newer versions come, so that some citations are to be reviewed."""
    written = values("sources")
    by = stage.cast[written["by"]].person_id
    for each in written["added"]:
        at = agenda.moment(each["days"])
        add_source(stage.session, by, _known_by(at, _draft(each)), each["text"], at)
    for path in _newer_files():
        _load(stage.session, path, agenda.moment(written["newer"]))


def _newer_files() -> list[Path]:
    """The files of which an older version is shipped."""
    files = shipped_files()
    return [later for earlier, later in itertools.pairwise(files) if _statute(earlier) == _statute(later)]


def _statute(path: Path) -> str:
    return path.name.split(".")[0]


def _load(session: Session, path: Path, at: dt.datetime) -> None:
    found = read_statute(path)
    valid_from = min(found.valid_from or at.date(), at.date())
    load_statute(session, _known_by(at, found.draft), found.parts, valid_from, at)


def _known_by(at: dt.datetime, draft: SourceDraft) -> SourceDraft:
    """A demonstration may play before a source was published: then it was on the day that it is loaded."""
    return replace(draft, published_on=draft.published_on and min(draft.published_on, at.date()))


def _draft(written: dict[str, Any]) -> SourceDraft:
    return SourceDraft(
        kind=SourceKind(written["kind"]),
        name=written["identifier"],
        title=written["title"],
        identifier=written["identifier"],
        address=written["address"],
        published_on=dt.date.fromisoformat(written["published_on"]),
    )
