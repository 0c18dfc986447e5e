"""What a reader holds in memory of each document: numbers and labels as arrays, one entry a document."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_LABELS = ("audience", "theme", "sector", "group")


@dataclass(frozen=True)
class Facts:
    """The facts of consecutively numbered documents. `labels["theme"]["tlv"]` are the documents on that theme."""

    keys: Ints
    versions: Ints
    dates: Floats
    answered: Bools
    accepted: Bools
    helpful: Ints
    titles: tuple[str, ...]
    labels: Mapping[str, Mapping[str, Ints]]
    answer_document: Ints
    answer_person: Ints
    answer_at: Floats
    answer_accepted: Bools

    def __len__(self) -> int:
        return len(self.keys)


def read_facts(rows: Iterable[bytes]) -> Facts:
    """The facts as they stand in the column of a segment."""
    found: list[dict[str, Any]] = [json.loads(row) for row in rows]
    answers = [(number, *answer) for number, row in enumerate(found) for answer in row["people"]]
    return Facts(
        keys=np.array([row["key"] for row in found], dtype=np.int64),
        versions=np.array([row["version"] for row in found], dtype=np.int64),
        dates=np.array([row["date"] for row in found], dtype=np.float64),
        answered=np.array([row["answered"] for row in found], dtype=np.bool_),
        accepted=np.array([row["accepted"] for row in found], dtype=np.bool_),
        helpful=np.array([row["helpful"] for row in found], dtype=np.int64),
        titles=tuple(row["title"] for row in found),
        labels={name: _documents_by_label(found, name) for name in _LABELS},
        answer_document=np.array([answer[0] for answer in answers], dtype=np.int64),
        answer_person=np.array([answer[1] for answer in answers], dtype=np.int64),
        answer_at=np.array([answer[2] for answer in answers], dtype=np.float64),
        answer_accepted=np.array([answer[3] for answer in answers], dtype=np.bool_),
    )


def join_facts(parts: Sequence[Facts]) -> Facts:
    """The facts of several segments, numbered on from one to the next."""
    if len(parts) == 1:
        return parts[0]
    bases = np.cumsum([0, *(len(part) for part in parts)])[:-1]

    def joined(name: str) -> Any:
        return np.concatenate([getattr(part, name) for part in parts]) if parts else np.array([])

    return Facts(
        keys=joined("keys").astype(np.int64),
        versions=joined("versions").astype(np.int64),
        dates=joined("dates").astype(np.float64),
        answered=joined("answered").astype(np.bool_),
        accepted=joined("accepted").astype(np.bool_),
        helpful=joined("helpful").astype(np.int64),
        titles=tuple(title for part in parts for title in part.titles),
        labels={name: _joined_labels([part.labels[name] for part in parts], bases) for name in _LABELS},
        answer_document=_shifted([part.answer_document for part in parts], bases),
        answer_person=joined("answer_person").astype(np.int64),
        answer_at=joined("answer_at").astype(np.float64),
        answer_accepted=joined("answer_accepted").astype(np.bool_),
    )


def _documents_by_label(rows: Sequence[Mapping[str, Any]], name: str) -> dict[str, Ints]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        values = [row[name]] if isinstance(row[name], str) else row[name]
        for value in dict.fromkeys(values):
            found.setdefault(value, []).append(number)
    return {value: np.array(numbers, dtype=np.int64) for value, numbers in found.items()}


def _joined_labels(parts: Sequence[Mapping[str, Ints]], bases: Ints) -> dict[str, Ints]:
    names = dict.fromkeys(name for part in parts for name in part)
    empty = np.array([], dtype=np.int64)
    return {name: _shifted([part.get(name, empty) for part in parts], bases) for name in names}


def _shifted(parts: Sequence[Ints], bases: Ints) -> Ints:
    if not parts:
        return np.array([], dtype=np.int64)
    return np.concatenate([part + base for part, base in zip(parts, bases, strict=True)]).astype(np.int64)
