"""Pairs of questions that probably ask the same, looked up in the index when a moderator asks, a part at a time.

Nothing is kept of it but what a moderator dismissed. A part looks at `LOOKED_AT` questions, each with the older ones
most like it, so that what it costs is bounded; a pair is told of once, at the newer of both.
"""

import dataclasses
from collections.abc import Sequence

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.merge import DismissedPair
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import QuestionRow, rows_of
from samenspraak.questions.visibility import is_listed_to, tokens_of
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus

LOOKED_AT = 25
LIKELY = 0.5
"""From which likeness a pair is told of (see `search.similar.Similar`)."""
MOST_OF_ONE = 3


@dataclasses.dataclass(frozen=True)
class LikelyPair:
    """Two questions that probably ask the same, the newer one first; `is_near` when in all but the same words."""

    newer: QuestionRow
    older: QuestionRow
    is_near: bool


@dataclasses.dataclass(frozen=True)
class LikelyPart:
    """The pairs of some questions, how many were looked at, and before which id the next part begins."""

    pairs: Sequence[LikelyPair]
    looked_at: int
    before: int | None


def likely_pairs(
    session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer, before: int | None
) -> LikelyPart:
    """Return the likely pairs among the newest questions, or among those before an id; raises `IndexBroken`."""
    wanted = select(Question.id, Question.title, Question.body).where(is_listed_to(viewer))
    if before is not None:
        wanted = wanted.where(Question.id < before)
    asked = session.execute(wanted.order_by(Question.id.desc()).limit(LOOKED_AT + 1)).all()
    looked_at, tokens = asked[:LOOKED_AT], tokens_of(viewer)
    found: dict[tuple[int, int], bool] = {}
    for each in looked_at:
        alike = index.similar(each.title, each.body, tokens, thesaurus, limit=MOST_OF_ONE, without=each.id)
        found |= {
            (each.id, other.key): other.is_near_duplicate
            for other in alike
            if other.key < each.id and (other.is_near_duplicate or other.likeness >= LIKELY)
        }
    rows = {row.id: row for row in rows_of(session, viewer, list({one for pair in found for one in pair}))}
    dismissed = _dismissed(session, [each.id for each in looked_at])
    pairs = [
        LikelyPair(rows[newer], rows[older], is_near)
        for (newer, older), is_near in found.items()
        if newer in rows and older in rows and (older, newer) not in dismissed
    ]
    return LikelyPart(pairs, len(looked_at), looked_at[-1].id if len(asked) > LOOKED_AT else None)


def _dismissed(session: Session, newer_ids: Sequence[int]) -> frozenset[tuple[int, int]]:
    rows = select(DismissedPair.first_id, DismissedPair.second_id).where(DismissedPair.second_id.in_(newer_ids))
    return frozenset((first, second) for first, second in session.execute(rows))
