"""What of a question is found: its text, what was answered and said, who answered, and for whom it is."""

from collections.abc import Collection, Sequence
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.core.markup import to_plain
from samenspraak.questions.models.answer import Acceptance, Answer, Comment, HelpfulVote
from samenspraak.questions.models.question import Guest, Question
from samenspraak.questions.visibility import audience_of
from samenspraak.search.document import Contribution, Document, Kind

Row = TypeVar("Row", Answer, Comment, Guest)


def question_documents(session: Session, ids: Collection[int] | None = None) -> list[Document]:
    """Return the documents of some questions, or of all; an id without a question gives none.

    A few statements for all of them together: who wants very many asks in batches.
    """
    if ids is None:
        ids = session.scalars(select(Question.id)).all()
    questions = session.scalars(
        select(Question).where(Question.id.in_(ids)).order_by(Question.id).options(selectinload(Question.themes))
    ).all()
    answers = _under(session.scalars(select(Answer).where(Answer.question_id.in_(ids)).order_by(Answer.id)).all())
    comments = _under(session.scalars(select(Comment).where(Comment.question_id.in_(ids)).order_by(Comment.id)).all())
    accepted = set(session.scalars(select(Acceptance.answer_id).where(Acceptance.question_id.in_(ids))))
    guests = _under(session.scalars(select(Guest).where(Guest.question_id.in_(ids))).all())
    votes = _votes(session, ids)
    return [
        _document(
            question,
            answers.get(question.id, []),
            comments.get(question.id, []),
            accepted,
            votes.get(question.id, 0),
            [guest.person_id for guest in guests.get(question.id, [])],
        )
        for question in questions
    ]


def _document(
    question: Question,
    answers: Sequence[Answer],
    comments: Sequence[Comment],
    accepted: Collection[int],
    votes: int,
    guest_ids: Collection[int],
) -> Document:
    bodies = [answer.body for answer in answers] + [comment.body for comment in comments]
    return Document(
        kind=Kind.QUESTION,
        key=question.id,
        title=question.title,
        audience=audience_of(question, guest_ids),
        body=to_plain(question.body),
        discussion="\n".join(to_plain(body) for body in bodies),
        themes=tuple(theme.slug for theme in question.themes),
        theme_labels=tuple(theme.label for theme in question.themes),
        sector=question.sector.value,
        people=tuple(Contribution(each.author_id, each.answered_at, each.id in accepted) for each in answers),
        organisation=None if question.is_anonymous else question.organisation_id,
        answered=bool(answers),
        accepted=any(each.id in accepted for each in answers),
        helpful=votes,
        date=question.asked_at,
        version=question.version,
    )


def _votes(session: Session, ids: Collection[int]) -> dict[int, int]:
    counted = select(Answer.question_id, func.count()).join(HelpfulVote, HelpfulVote.answer_id == Answer.id)
    counts = session.execute(counted.where(Answer.question_id.in_(ids)).group_by(Answer.question_id))
    return dict(counts.all())


def _under(rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.question_id, []).append(row)
    return found
