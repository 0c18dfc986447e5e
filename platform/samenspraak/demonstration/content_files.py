"""Reading the files in `content/`."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from samenspraak.people.kinds import Sector

_CONTENT = Path(__file__).parent / "content"
_SECTORS = {"po": Sector.PRIMARY, "vo": Sector.SECONDARY, "beide": Sector.BOTH}


@dataclasses.dataclass(frozen=True)
class WrittenQuestion:
    """A question as written, and for one that was answered, its themes and its answers as pairs of expert and text."""

    story: str
    title: str
    body: str
    sector: Sector
    themes: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()


@dataclasses.dataclass(frozen=True)
class WrittenExpert:
    """An expert as written."""

    key: str
    name: str
    organisation: str
    side: str
    headline: str
    expertise: str
    themes: tuple[str, ...]
    sector: Sector


def answered_questions() -> list[WrittenQuestion]:
    """Return the questions that were answered in the past half year."""
    return [_question(line) for name in ("threads.jsonl", "more-threads.jsonl") for line in _lines(name)]


def open_questions() -> list[WrittenQuestion]:
    """Return the questions whose course is written out; most are still open."""
    return [_question(line) for name in ("questions.jsonl", "more-questions.jsonl") for line in _lines(name)]


@cache
def experts() -> tuple[WrittenExpert, ...]:
    """Return the experts."""
    return tuple(
        WrittenExpert(
            key=line["id"],
            name=line["name"],
            organisation=line["organisation"],
            side=line["organisation_kind"],
            headline=line["headline"],
            expertise=line["expertise"],
            themes=tuple(line["themes"]),
            sector=_SECTORS[line["sector"]],
        )
        for line in _lines("experts.jsonl")
    )


def areas() -> bytes:
    """Return the file with the legal areas of partnerships."""
    return (_CONTENT / "partnerships.csv").read_bytes()


@cache
def values(name: str) -> Any:
    """Return what a JSON file holds, to be read only."""
    return json.loads((_CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def _lines(name: str) -> Sequence[Mapping[str, Any]]:
    return [json.loads(line) for line in (_CONTENT / name).read_text(encoding="utf-8").splitlines() if line]


def _question(line: Mapping[str, Any]) -> WrittenQuestion:
    return WrittenQuestion(
        story=line["id"],
        title=line["title"],
        body=line["body"],
        sector=_SECTORS[line["sector"]],
        themes=tuple(line.get("themes", ())),
        answers=tuple((answer["expert"], answer["body"]) for answer in line.get("answers", ())),
    )
