"""Who asked the same and got an answer: earlier questions that the viewer may see."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import is_visible_to, tokens_of
from samenspraak.search.index import Index
from samenspraak.search.similar import beside_best
from samenspraak.search.thesaurus import Thesaurus

MOST_PEERS = 3
_LOOKED_AT = 12
"""Similar questions that are looked at: some of them have no answer."""


@dataclass(frozen=True, slots=True)
class Peer:
    """An answered question of a partnership that asked the same."""

    question_id: int
    title: str
    organisation: str
    answers: int
    accepted_at: dt.datetime | None


def find_peers(
    session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer, question: Question
) -> tuple[Peer, ...]:
    """Return the answered questions most like this one, best first. Raises IndexBroken."""
    similar = index.similar(
        question.title, question.body, tokens_of(viewer), thesaurus, limit=_LOOKED_AT, without=question.id
    )
    near = [found.key for found in beside_best(similar) if found.answered]
    peers = _peers(session, viewer, near)
    return tuple(peers[key] for key in near if key in peers)[:MOST_PEERS]


def _peers(session: Session, viewer: Viewer, question_ids: Sequence[int]) -> dict[int, Peer]:
    answers = select(func.count(Answer.id)).where(Answer.question_id == Question.id).scalar_subquery()
    accepted = select(Acceptance.accepted_at).where(Acceptance.question_id == Question.id).scalar_subquery()
    rows = session.execute(
        select(Question, answers, accepted)
        .where(Question.id.in_(question_ids), is_visible_to(viewer))
        .options(joinedload(Question.organisation))
    )
    return {
        question.id: Peer(question.id, question.title, question.organisation.title, count, accepted_at)
        for question, count, accepted_at in rows
        if count
    }
