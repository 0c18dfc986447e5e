"""What stands under a question: its answers, who gave them, which was accepted and helped, and all comments."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.people.kinds import ExpertGroup
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.questions.models.answer import Acceptance, Answer, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.question import Question


@dataclasses.dataclass(frozen=True)
class AnswerInThread:
    """An answer with all that is shown of it.

    `group` is None for who is no expert; `has_profile` says whether there is a profile to look at.
    """

    answer: Answer
    comments: tuple[Comment, ...]
    group: ExpertGroup | None
    has_profile: bool
    is_accepted: bool
    edits: int
    votes: "Votes"


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
    """All that stands under a question. The accepted answer comes first, the others as they were given."""

    answers: tuple[AnswerInThread, ...]
    comments: tuple[Comment, ...]
    acceptance: AcceptedBy | None
    edits: int


def thread_of(session: Session, question: Question, reader_id: int | None = None) -> Thread:
    """Return what stands under a question that its reader was found to see."""
    answers = session.scalars(
        select(Answer)
        .where(Answer.question_id == question.id)
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
    profiles = _profiles(session, {answer.author_id for answer in answers})
    edits = _edits_of_answers(session, [answer.id for answer in answers])
    votes = votes_for(session, [answer.id for answer in answers], reader_id)
    placed = [_placed(answer, comments, profiles, edits, acceptance, votes) for answer in answers]
    return Thread(
        answers=tuple(sorted(placed, key=lambda each: not each.is_accepted)),
        comments=tuple(comment for comment in comments if comment.answer_id is None),
        acceptance=acceptance,
        edits=_edits_of_question(session, question.id),
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


def _placed(
    answer: Answer,
    comments: Sequence[Comment],
    profiles: dict[int, ExpertProfile],
    edits: dict[int, int],
    acceptance: AcceptedBy | None,
    votes: dict[int, Votes],
) -> AnswerInThread:
    return AnswerInThread(
        answer=answer,
        comments=tuple(comment for comment in comments if comment.answer_id == answer.id),
        group=profiles[answer.author_id].group if answer.author_id in profiles else None,
        has_profile=answer.author_id in profiles and profiles[answer.author_id].is_listed,
        is_accepted=acceptance is not None and acceptance.answer_id == answer.id,
        edits=edits.get(answer.id, 0),
        votes=votes.get(answer.id, Votes()),
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
