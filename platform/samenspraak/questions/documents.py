"""What of a question is found: its text, what was answered and said, who answered, and for whom it is.

One that went into another has no document of its own: its words find its target, where all who may find that may read
them.

Of an answer that is held, nothing is found: neither its text, nor its authors, nor what was said of it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.core.markup import to_plain
from samenspraak.questions.duplicates import words_go_along
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, Comment, HelpfulVote
from samenspraak.questions.models.question import Guest, Question
from samenspraak.questions.visibility import answer_counts, audience_of
from samenspraak.search.document import Contribution, Document, Kind

Row = TypeVar("Row", Answer, Comment, Guest)


def question_documents(session: Session, ids: Collection[int] | None = None) -> list[Document]:
    """Return the documents of some questions, or of all; an id without a question, or one that merged, gives none.

    A few statements for all of them together: who wants very many asks in batches.
    """
    if ids is None:
        ids = session.scalars(select(Question.id)).all()
    wanted = select(Question).where(Question.id.in_(ids), Question.merged_into_id.is_(None)).order_by(Question.id)
    questions = session.scalars(wanted.options(selectinload(Question.themes))).all()
    merged = _merged(session, ids)
    words = {question.id: _words_of(question, merged.get(question.id, ())) for question in questions}
    counting = select(Answer).where(Answer.question_id.in_(ids), answer_counts())
    answers = _under(session.scalars(counting.order_by(Answer.id)).all())
    comments = _under(_comments(session, ids))
    signed = _signed(session, ids)
    accepted = set(session.scalars(select(Acceptance.answer_id).where(Acceptance.question_id.in_(ids))))
    guests = _under(session.scalars(select(Guest).where(Guest.question_id.in_(ids))).all())
    votes = _votes(session, ids)
    return [
        _document(
            question,
            answers.get(question.id, []),
            comments.get(question.id, []),
            accepted,
            signed,
            votes.get(question.id, 0),
            [guest.person_id for guest in guests.get(question.id, [])],
            words[question.id],
        )
        for question in questions
    ]


def _document(
    question: Question,
    answers: Sequence[Answer],
    comments: Sequence[Comment],
    accepted: Collection[int],
    signed: Mapping[int, Sequence[int]],
    votes: int,
    guest_ids: Collection[int],
    words_of_merged: Sequence[str],
) -> Document:
    bodies = [text for answer in answers for text in (answer.body, answer.basis) if text]
    bodies += [comment.body for comment in comments]
    bodies += words_of_merged
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
        people=tuple(
            Contribution(author, each.answered_at, each.id in accepted)
            for each in answers
            for author in (each.author_id, *signed.get(each.id, ()))
        ),
        organisation=None if question.is_anonymous else question.organisation_id,
        answered=bool(answers),
        accepted=any(each.id in accepted for each in answers),
        helpful=votes,
        date=question.asked_at,
        version=question.version,
    )


def _merged(session: Session, ids: Collection[int]) -> Mapping[int, Sequence[tuple[Question, Sequence[str]]]]:
    """What went into some questions, by where it ended, each with what was answered and said there."""
    under = session.scalars(select(Question).where(Question.merged_into_id.in_(ids)).order_by(Question.id)).all()
    if not under:
        return {}
    of_them = [each.id for each in under]
    counting = select(Answer).where(Answer.question_id.in_(of_them), answer_counts())
    said = (*session.scalars(counting.order_by(Answer.id)), *_comments(session, of_them))
    found: dict[int, list[tuple[Question, Sequence[str]]]] = {}
    for each in under:
        found.setdefault(each.merged_into_id or 0, []).append(
            (each, [post.body for post in said if post.question_id == each.id])
        )
    return found


def _words_of(target: Question, merged: Sequence[tuple[Question, Sequence[str]]]) -> list[str]:
    along = [(source, said) for source, said in merged if words_go_along(source, target)]
    return [text for source, said in along for text in (source.title, source.body, *said)]


def _comments(session: Session, ids: Collection[int]) -> Sequence[Comment]:
    wanted = select(Comment).outerjoin(Answer, Answer.id == Comment.answer_id)
    return session.scalars(wanted.where(Comment.question_id.in_(ids), answer_counts()).order_by(Comment.id)).all()


def _signed(session: Session, ids: Collection[int]) -> dict[int, list[int]]:
    """Who signed an answer beside its author, by answer."""
    rows = session.execute(
        select(CoAuthor.answer_id, CoAuthor.person_id)
        .join(Answer, Answer.id == CoAuthor.answer_id)
        .where(Answer.question_id.in_(ids), CoAuthor.agreed_at.is_not(None))
        .order_by(CoAuthor.answer_id, CoAuthor.agreed_at, CoAuthor.person_id)
    )
    found: dict[int, list[int]] = {}
    for answer_id, person_id in rows:
        found.setdefault(answer_id, []).append(person_id)
    return found


def _votes(session: Session, ids: Collection[int]) -> dict[int, int]:
    counted = select(Answer.question_id, func.count()).join(HelpfulVote, HelpfulVote.answer_id == Answer.id)
    wanted = counted.where(Answer.question_id.in_(ids), answer_counts())
    return dict(session.execute(wanted.group_by(Answer.question_id)).all())


def _under(rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.question_id, []).append(row)
    return found
