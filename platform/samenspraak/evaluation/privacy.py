"""How well the privacy guard does on judged texts: by verdict on a text, and by kind of personal data in it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenspraak.privacy.findings import Finding, Kind, Verdict, verdict_on
from samenspraak.privacy.guard import find_personal_data

_FROM_HEAVY_TO_LIGHT = (Verdict.REFUSE, Verdict.WARN, Verdict.PASS)


@dataclass(frozen=True)
class JudgedText:
    """A text with what a judge found in it."""

    text: str
    verdict: Verdict
    spans: tuple[Finding, ...]


@dataclass
class Tally:
    """How many were given and how many of these rightly, how many were wanted and how many of these came."""

    given: int = 0
    rightly: int = 0
    wanted: int = 0
    came: int = 0

    def measures(self) -> dict[str, float]:
        """Precision, recall and their harmonic mean; all 1 where nothing was wanted and nothing given."""
        if not self.given and not self.wanted:
            return dict.fromkeys(("precision", "recall", "f1"), 1.0)
        precision, recall = _share(self.rightly, self.given), _share(self.came, self.wanted)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


Outcome = tuple[JudgedText, Sequence[Finding]]


def measure_privacy(path: Path) -> dict[str, Any]:
    """The measures of the guard on the judged texts in a file; OSError or ValueError says what is amiss with it."""
    return measure_outcomes([(judged, find_personal_data(judged.text)) for judged in read_judged_texts(path)])


def measure_outcomes(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The measures of findings held against what the judge found.

    A span has come when a finding of its kind overlaps it; a finding that overlaps no span of its kind is wrong.
    """
    spans = [(span, found) for judged, found in outcomes for span in judged.spans]
    return {
        "verdicts": {verdict.value: _of_verdict(verdict, outcomes).measures() for verdict in _FROM_HEAVY_TO_LIGHT},
        "kinds": {kind.value: _of_kind(kind, outcomes).measures() for kind in Kind},
        "spans_exact": round(_share(sum(span in found for span, found in spans), len(spans)), 4) if spans else 1.0,
    }


def read_judged_texts(path: Path) -> list[JudgedText]:
    """The texts of a file of JSON lines; ValueError names the line that cannot be read."""
    lines = path.read_text(encoding="utf-8").split("\n")
    texts = [_judged(f"{path}, line {number}", line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not texts:
        raise ValueError(f"{path}: no texts")
    return texts


def _judged(place: str, line: str) -> JudgedText:
    try:
        row = json.loads(line)
        spans = tuple(Finding(int(start), int(end), Kind(kind)) for start, end, kind in row["spans"])
        judged = JudgedText(str(row["text"]), Verdict(row["verdict"]), spans)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{place}: expected text, verdict and spans ({type(error).__name__}: {error})") from error
    if any(not 0 <= span.start < span.end <= len(judged.text) for span in spans):
        raise ValueError(f"{place}: a span does not fit the text")
    return judged


def _of_verdict(verdict: Verdict, outcomes: Iterable[Outcome]) -> Tally:
    tally = Tally()
    for judged, found in outcomes:
        given, wanted = verdict_on(found) is verdict, judged.verdict is verdict
        tally.given += given
        tally.wanted += wanted
        tally.rightly += given and wanted
        tally.came += given and wanted
    return tally


def _of_kind(kind: Kind, outcomes: Iterable[Outcome]) -> Tally:
    tally = Tally()
    for judged, found in outcomes:
        wanted = [span for span in judged.spans if span.kind is kind]
        given = [finding for finding in found if finding.kind is kind]
        tally.given += len(given)
        tally.wanted += len(wanted)
        tally.rightly += _that_overlap(given, wanted)
        tally.came += _that_overlap(wanted, given)
    return tally


def _that_overlap(some: Iterable[Finding], others: Sequence[Finding]) -> int:
    return sum(any(one.overlaps(other) for other in others) for one in some)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
