"""What stands under a question: its answers, who gave them, which was accepted and helped, and all comments."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.kinds import ExpertGroup
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import co_authors_of
from samenspraak.questions.queries.mentions import Mentioned, mentions_under
from samenspraak.questions.visibility import answer_is_visible_to


@dataclasses.dataclass(frozen=True)
class AnswerInThread:
    """An answer with all that is shown of it.

    `group` is None for who is no expert; `has_profile` says whether there is a profile to look at. `co_authors` are all
    who were asked to sign it too.
    """

    answer: Answer
    comments: tuple[Comment, ...]
    group: ExpertGroup | None
    has_profile: bool
    is_accepted: bool
    edits: int
    votes: "Votes"
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
class Votes:
    """How many were helped by an answer, and whether the reader is one of them."""

    count: int = 0
    with_own: bool = False


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
    answers = session.scalars(
        select(Answer)
        .where(Answer.question_id == question.id, answer_is_visible_to(reader))
        .options(joinedload(Answer.author), joinedload(Answer.organisation))
        .order_by(Answer.answered_at, Answer.id)
    ).all()
    comments = session.scalars(
        select(Comment)
        .where(Comment.question_id == question.id)
        .options(joinedload(Comment.author), joinedload(Comment.organisation))
        .order_by(Comment.id)
    ).all()
    acceptance = _acceptance(session, question.id)
    ids = [answer.id for answer in answers]
    around = _Around(
        comments=comments,
        profiles=_profiles(session, {answer.author_id for answer in answers}),
        edits=_edits_of_answers(session, ids),
        acceptance=acceptance,
        votes=votes_for(session, ids, reader.person_id),
        co_authors=co_authors_of(session, ids),
    )
    placed = [around.placed(answer) for answer in answers]
    return Thread(
        answers=tuple(sorted(placed, key=lambda each: (not each.is_accepted, each.answer.held_at is not None))),
        comments=tuple(comment for comment in comments if comment.answer_id is None),
        acceptance=acceptance,
        edits=_edits_of_question(session, question.id),
        mentions=mentions_under(session, question),
    )


def votes_for(session: Session, answer_ids: Collection[int], reader_id: int | None) -> dict[int, Votes]:
    """Return the votes for some answers, by answer; those without a vote are not among them."""
    own = func.sum(case((HelpfulVote.person_id == reader_id, 1), else_=0))
    counts = (
        select(HelpfulVote.answer_id, func.count(), own)
        .where(HelpfulVote.answer_id.in_(answer_ids))
        .group_by(HelpfulVote.answer_id)
    )
    return {answer_id: Votes(number, bool(owned)) for answer_id, number, owned in session.execute(counts)}


@dataclasses.dataclass(frozen=True)
class _Around:
    """What stands around the answers to a question."""

    comments: Sequence[Comment]
    profiles: Mapping[int, ExpertProfile]
    edits: Mapping[int, int]
    acceptance: AcceptedBy | None
    votes: Mapping[int, Votes]
    co_authors: Mapping[int, Sequence[CoAuthor]]

    def placed(self, answer: Answer) -> AnswerInThread:
        profile = self.profiles.get(answer.author_id)
        return AnswerInThread(
            answer=answer,
            comments=tuple(comment for comment in self.comments if comment.answer_id == answer.id),
            group=profile.group if profile else None,
            has_profile=profile is not None and profile.is_listed,
            is_accepted=self.acceptance is not None and self.acceptance.answer_id == answer.id,
            edits=self.edits.get(answer.id, 0),
            votes=self.votes.get(answer.id, Votes()),
            co_authors=tuple(self.co_authors.get(answer.id, ())),
        )


def _acceptance(session: Session, question_id: int) -> AcceptedBy | None:
    found = session.execute(
        select(Acceptance.answer_id, Person.id, Person.name, Acceptance.accepted_at)
        .join(Person, Person.id == Acceptance.accepted_by_id)
        .where(Acceptance.question_id == question_id)
    ).first()
    return AcceptedBy(*found) if found else None


def _profiles(session: Session, person_ids: Collection[int]) -> dict[int, ExpertProfile]:
    profiles = session.scalars(select(ExpertProfile).where(ExpertProfile.person_id.in_(person_ids)))
    return {profile.person_id: profile for profile in profiles}


def _edits_of_answers(session: Session, answer_ids: Sequence[int]) -> dict[int, int]:
    counts = (
        select(EarlierText.answer_id, func.count())
        .where(EarlierText.answer_id.in_(answer_ids))
        .group_by(EarlierText.answer_id)
    )
    return {answer_id: number for answer_id, number in session.execute(counts) if answer_id is not None}


def _edits_of_question(session: Session, question_id: int) -> int:
    return session.scalar(select(func.count()).where(EarlierText.question_id == question_id)) or 0
