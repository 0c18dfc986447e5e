"""What stands under a question: its answers, who gave them, which was accepted and helped, and all comments."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Row, func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.kinds import ExpertGroup
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, Comment, EarlierText
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import co_authors_of
from samenspraak.questions.queries.mentions import Mentioned, mentions_under
from samenspraak.questions.queries.tallies import CREDITS, EDITS, VOTES, Votes, has_vote_of
from samenspraak.questions.visibility import answer_is_visible_to

_Read: TypeAlias = Row[Answer, ExpertProfile | None, int, int, bool, int]
"""An answer, the profile of who gave it, its edits, its votes, whether the reader's is one, and its credits."""


@dataclasses.dataclass(frozen=True)
class AnswerInThread:
    """An answer with all that is shown of it.

    `group` is None for who is no expert; `has_profile` says whether there is a profile to look at. `co_authors` are all
    who were asked to sign it too; `credits` is how many questions of others it answered before they were asked.
    """

    answer: Answer
    comments: tuple[Comment, ...]
    group: ExpertGroup | None
    has_profile: bool
    is_accepted: bool
    edits: int
    votes: Votes
    credits: int
    co_authors: tuple[CoAuthor, ...] = ()

    @property
    def signed(self) -> tuple[CoAuthor, ...]:
        """Who signed it beside its author."""
        return tuple(each for each in self.co_authors if each.agreed_at is not None)

    @property
    def author_ids(self) -> frozenset[int]:
        """Everyone who signed it."""
        return frozenset({self.answer.author_id, *(each.person_id for each in self.signed)})


@dataclasses.dataclass(frozen=True)
class AcceptedBy:
    """Who accepted an answer, and when."""

    answer_id: int
    person_id: int
    name: str
    at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Thread:
    """All that stands under a question, as far as its reader may see it.

    The accepted answer comes first, the others as they were given, and last those that are held. `mentions` are by
    comment.
    """

    answers: tuple[AnswerInThread, ...]
    comments: tuple[Comment, ...]
    acceptance: AcceptedBy | None
    edits: int
    mentions: Mapping[int, Sequence[Mentioned]] = dataclasses.field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many answers count: none that is held."""
        return sum(each.answer.held_at is None for each in self.answers)


def thread_of(session: Session, question: Question, reader: Viewer = VISITOR) -> Thread:
    """Return what stands under a question that its reader was found to see."""
    answers = _answers(session, question.id, reader)
    comments = session.scalars(
        select(Comment)
        .where(Comment.question_id == question.id)
        .options(joinedload(Comment.author), joinedload(Comment.organisation))
        .order_by(Comment.id)
    ).all()
    acceptance = _acceptance(session, question.id)
    around = _Around(comments, acceptance, co_authors_of(session, [row.Answer.id for row in answers]))
    placed = [around.placed(row) for row in answers]
    return Thread(
        answers=tuple(sorted(placed, key=lambda each: (not each.is_accepted, each.answer.held_at is not None))),
        comments=tuple(comment for comment in comments if comment.answer_id is None),
        acceptance=acceptance,
        edits=_edits_of_question(session, question.id),
        mentions=mentions_under(session, question, comments),
    )


def _answers(session: Session, question_id: int, reader: Viewer) -> Sequence[_Read]:
    """Return the answers that a reader may see, as they were given, with the profiles of who gave them and counts."""
    return session.execute(
        select(Answer, ExpertProfile, EDITS, VOTES, has_vote_of(reader.person_id), CREDITS)
        .outerjoin(ExpertProfile, ExpertProfile.person_id == Answer.author_id)
        .where(Answer.question_id == question_id, answer_is_visible_to(reader))
        .options(joinedload(Answer.author), joinedload(Answer.organisation))
        .order_by(Answer.answered_at, Answer.id)
    ).all()


@dataclasses.dataclass(frozen=True)
class _Around:
    """What stands around the answers to a question."""

    comments: Sequence[Comment]
    acceptance: AcceptedBy | None
    co_authors: Mapping[int, Sequence[CoAuthor]]

    def placed(self, row: _Read) -> AnswerInThread:
        answer, profile, edits, votes, with_own_vote, credited = row
        return AnswerInThread(
            answer=answer,
            comments=tuple(comment for comment in self.comments if comment.answer_id == answer.id),
            group=profile.group if profile else None,
            has_profile=profile is not None and profile.is_listed,
            is_accepted=self.acceptance is not None and self.acceptance.answer_id == answer.id,
            edits=edits,
            votes=Votes(votes, bool(with_own_vote)),
            credits=credited,
            co_authors=tuple(self.co_authors.get(answer.id, ())),
        )


def _acceptance(session: Session, question_id: int) -> AcceptedBy | None:
    found = session.execute(
        select(Acceptance.answer_id, Person.id, Person.name, Acceptance.accepted_at)
        .join(Person, Person.id == Acceptance.accepted_by_id)
        .where(Acceptance.question_id == question_id)
    ).first()
    return AcceptedBy(*found) if found else None


def _edits_of_question(session: Session, question_id: int) -> int:
    return session.scalar(select(func.count()).where(EarlierText.question_id == question_id)) or 0
