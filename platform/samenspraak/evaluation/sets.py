"""Judged sets on disk: bench/README.md describes their files."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from samenspraak.evaluation.moments import Row, moment, with_moments
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from
from samenspraak.themes import content_files

_SHIPPED = Path(content_files.__file__).parent / "content"

_ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)

Judgements = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Collection:
    """One set; ids are strings there and places in these lists in the index."""

    name: str
    experts: list[Row]
    threads: list[Row]
    questions: list[Row]
    experts_judged: Judgements
    threads_judged: Judgements
    thesaurus: Thesaurus

    @cached_property
    def latest(self) -> datetime:
        """When the last thread was begun; without dates, any time."""
        return max((found for row in self.threads if (found := moment(row.get("date")))), default=_ANY_TIME)

    @property
    def is_search(self) -> bool:
        """Whether its questions are bare queries, as typed into the search box."""
        return not any(body_of(question) for question in self.questions)


def read_collection(folder: Path) -> Collection:
    """The set in a folder; a file that is not there is empty."""
    threads, questions = with_moments(list(_rows(folder, "threads")), list(_rows(folder, "questions")))
    return Collection(
        name=folder.name,
        experts=list(_rows(folder, "experts")),
        threads=threads,
        questions=questions,
        experts_judged=_judgements(folder / "qrels-experts.tsv"),
        threads_judged=_judgements(folder / "qrels-threads.tsv"),
        thesaurus=_thesaurus(folder),
    )


def numbers(rows: Iterable[Row]) -> dict[str, int]:
    """A number for each id, in order."""
    return {str(row["id"]): number for number, row in enumerate(rows)}


def title_of(row: Row) -> str:
    """The title of a question or thread; empty when there is none."""
    return str(row.get("title") or "")


def body_of(row: Row) -> str:
    """The body of a question, thread or answer; empty when there is none."""
    return str(row.get("body") or "")


def _rows(folder: Path, name: str) -> Iterator[Row]:
    plain, packed = folder / f"{name}.jsonl", folder / f"{name}.jsonl.gz"
    if plain.exists():
        yield from map(json.loads, filter(str.strip, plain.read_text(encoding="utf-8").splitlines()))
    elif packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, filter(str.strip, lines))


def _judgements(path: Path) -> Judgements:
    found: Judgements = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        question, _, target, grade = line.split()
        found.setdefault(question, {})[target] = int(grade)
    return found


def _thesaurus(folder: Path) -> Thesaurus:
    """What is shipped, together with what the set itself has."""
    contents = [
        (_content(place, "synonyms.json", {}), _content(place, "themes.json", [])) for place in (_SHIPPED, folder)
    ]
    synonyms = {
        key: [each for found, _ in contents for each in found.get(key, ())]
        for key in ("abbreviations", "synonyms", "everyday", "old")
    }
    return thesaurus_from(synonyms, [theme for _, themes in contents for theme in themes])


def _content(folder: Path, name: str, empty: Any) -> Any:
    path = folder / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else empty
