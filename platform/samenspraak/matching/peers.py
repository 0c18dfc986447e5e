"""Who asked the same and got an answer: earlier questions that the viewer may see."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.markup import to_blocks
from samenspraak.matching.asked import Asked, read_question
from samenspraak.matching.common_ground import words_in_common
from samenspraak.matching.mentions import Line, Mention
from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import ShownAsker, asker_is_known_to, shown_asker
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.questions.visibility import answer_counts, is_visible_to, tokens_of
from samenspraak.search.index import Index
from samenspraak.search.similar import beside_best
from samenspraak.search.thesaurus import Thesaurus

MOST_PEERS = 3
_LOOKED_AT = 12
"""Similar questions that are looked at: some of them have no answer."""


@dataclass(frozen=True, slots=True)
class Peer:
    """An answered question of another partnership, and what it shares with this one: words, and labels of themes."""

    question_id: int
    title: str
    asker: ShownAsker
    answers: int
    accepted_at: dt.datetime | None
    mentions: tuple[Mention, ...]
    themes: tuple[str, ...]

    @property
    def is_told(self) -> bool:
        """Whether anything says why it is shown: without, nobody would believe that the same was asked."""
        return bool(self.mentions or self.themes)


def find_peers(
    session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer, question: Question
) -> tuple[Peer, ...]:
    """Return the answered questions of others most like this one, best first. Raises IndexBroken."""
    similar = index.similar(
        question.title, question.body, tokens_of(viewer), thesaurus, limit=_LOOKED_AT, without=question.id
    )
    near = [found.key for found in beside_best(similar) if found.answered]
    asked = read_question(f"{question.title}\n{question.body}", thesaurus)
    peers = {key: peer for key, peer in _peers(session, viewer, question, near, asked).items() if peer.is_told}
    return tuple(peers[key] for key in near if key in peers)[:MOST_PEERS]


def _peers(session: Session, viewer: Viewer, question: Question, near: Sequence[int], asked: Asked) -> dict[int, Peer]:
    counted = select(func.count(Answer.id)).where(Answer.question_id == Question.id, answer_counts())
    answers = counted.scalar_subquery()
    accepted = select(Acceptance.accepted_at).where(Acceptance.question_id == Question.id).scalar_subquery()
    rows = session.execute(
        select(Question, asker_is_known_to(viewer).label("is_known"), answers, accepted)
        .where(Question.id.in_(near), Question.organisation_id != question.organisation_id, is_visible_to(viewer))
        .options(joinedload(Question.organisation), selectinload(Question.themes))
    )
    own = set(session.scalars(select(QuestionTheme.theme_id).where(QuestionTheme.question_id == question.id)))
    return {
        other.id: Peer(
            question_id=other.id,
            title=other.title,
            asker=shown_asker(other, is_known=is_known),
            answers=count,
            accepted_at=accepted_at,
            mentions=words_in_common(asked, _lines(other)),
            themes=tuple(theme.label for theme in other.themes if theme.id in own),
        )
        for other, is_known, count, accepted_at in rows
        if count
    }


def _lines(question: Question) -> list[Line]:
    return [Line("", text) for text in (question.title, *to_blocks(question.body))]
