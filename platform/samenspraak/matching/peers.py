"""Partnerships that can help each other on: they asked the same and got an answer, or say that they worked it out.

A question that was asked anonymously proposes nobody, also not to who may know who asked it.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, not_, select
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.markup import to_blocks
from samenspraak.matching.asked import Asked, read_question
from samenspraak.matching.common_ground import words_in_common
from samenspraak.matching.common_words import CommonWord, Line
from samenspraak.matching.shown_points import shown_points
from samenspraak.people.models.organisation import Experience
from samenspraak.people.queries.experiences import experiences_by_id
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_counts, is_visible_to, tokens_of
from samenspraak.search.document import Kind
from samenspraak.search.index import Index
from samenspraak.search.similar import Similar, beside_best
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.themes.models import Theme

MOST_PEERS = 3
_LOOKED_AT = 12
"""Similar questions and experiences that are looked at: some have no answer, or are of who asks."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another partnership, and what it shares with a question: words, and labels of themes.

    By an answered question of its own (`question_id`), or by something that it worked out (`experience_id`).
    """

    organisation_id: int
    organisation: str
    title: str
    likeness: Similar
    common_words: tuple[CommonWord, ...]
    themes: tuple[str, ...]
    question_id: int | None = None
    answers: int = 0
    accepted_at: dt.datetime | None = None
    experience_id: int | None = None
    is_open_to_contact: bool = True

    @property
    def points(self) -> tuple[int, ...]:
        """What the likeness is made of, in the order of `Similar.parts`, as points are shown."""
        return tuple(shown_points(self.likeness.parts))

    @property
    def is_told(self) -> bool:
        """Whether anything says why it is shown: without, nobody would believe that the same was asked."""
        return bool(self.common_words or self.themes)


@dataclass(frozen=True, slots=True)
class Peers:
    """Who asked the same and got an answer, and who worked it out; in each the most alike first."""

    asked: tuple[Peer, ...] = ()
    worked_out: tuple[Peer, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.asked or self.worked_out)


@dataclass(frozen=True)
class _Ours:
    """The question that peers are looked for to."""

    session: Session
    viewer: Viewer
    question: Question
    words: Asked
    theme_ids: Collection[int]

    def shared(self, title: str, body: str) -> tuple[CommonWord, ...]:
        return words_in_common(self.words, [Line("", text) for text in (title, *to_blocks(body))])

    def on(self, themes: Sequence[Theme]) -> tuple[str, ...]:
        return tuple(theme.label for theme in themes if theme.id in self.theme_ids)


def find_peers(session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer, question: Question) -> Peers:
    """Return the partnerships of others most alike to a question with its themes loaded, by what the viewer may see.

    Raises IndexBroken.
    """
    text, tokens = (question.title, question.body), tokens_of(viewer)
    asked = index.similar(*text, tokens, thesaurus, limit=_LOOKED_AT, without=question.id)
    told = (
        index.similar(*text, tokens, thesaurus, limit=_LOOKED_AT, kind=Kind.EXPERIENCE) if viewer.is_signed_in else []
    )
    words = read_question(f"{question.title}\n{question.body}", thesaurus)
    ours = _Ours(session, viewer, question, words, frozenset(theme.id for theme in question.themes))
    answered = {each.key: each for each in beside_best(asked) if each.answered}
    worked_out = {each.key: each for each in beside_best(told)}
    return Peers(
        _first(answered, {peer.question_id: peer for peer in _who_asked(ours, answered)}),
        _first(worked_out, {peer.experience_id: peer for peer in _who_worked_out(ours, worked_out)}),
    )


def _first(near: dict[int, Similar], peers: dict[int | None, Peer]) -> tuple[Peer, ...]:
    """The most alike first, each partnership once."""
    found = [peers[key] for key in near if key in peers and peers[key].is_told]
    once = {peer.organisation_id: peer for peer in reversed(found)}
    return tuple(peer for peer in found if once[peer.organisation_id] is peer)[:MOST_PEERS]


def _who_asked(ours: _Ours, near: dict[int, Similar]) -> list[Peer]:
    counted = select(func.count(Answer.id)).where(Answer.question_id == Question.id, answer_counts())
    answers = counted.scalar_subquery()
    accepted = select(Acceptance.accepted_at).where(Acceptance.question_id == Question.id).scalar_subquery()
    rows = ours.session.execute(
        select(Question, answers, accepted)
        .where(
            Question.id.in_(near),
            Question.organisation_id != ours.question.organisation_id,
            not_(Question.is_anonymous),
            is_visible_to(ours.viewer),
        )
        .options(joinedload(Question.organisation), selectinload(Question.themes))
    )
    return [_of_question(ours, near[other.id], other, count, at) for other, count, at in rows if count]


def _who_worked_out(ours: _Ours, near: dict[int, Similar]) -> list[Peer]:
    found = experiences_by_id(ours.session, list(near))
    return [
        _of_experience(ours, near[each.id], each)
        for each in found
        if each.organisation_id != ours.question.organisation_id
    ]


def _of_question(ours: _Ours, like: Similar, other: Question, answers: int, accepted_at: dt.datetime | None) -> Peer:
    return Peer(
        organisation_id=other.organisation_id,
        organisation=other.organisation.title,
        title=other.title,
        likeness=like,
        common_words=ours.shared(other.title, other.body),
        themes=ours.on(other.themes),
        question_id=other.id,
        answers=answers,
        accepted_at=accepted_at,
    )


def _of_experience(ours: _Ours, like: Similar, experience: Experience) -> Peer:
    return Peer(
        organisation_id=experience.organisation_id,
        organisation=experience.organisation.title,
        title=experience.title,
        likeness=like,
        common_words=ours.shared(experience.title, experience.body),
        themes=ours.on(experience.themes),
        experience_id=experience.id,
        is_open_to_contact=experience.is_open_to_contact,
    )
