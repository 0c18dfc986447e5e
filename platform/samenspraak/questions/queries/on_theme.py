"""What there is on themes, as far as someone may see it: how much on each, and of one the answers that helped most."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from sqlalchemy import and_, exists, func, or_, select

from samenspraak.core.db import Session
from samenspraak.core.keyset import Key
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, HelpfulVote
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.questions.visibility import answer_counts, is_listed_to


@dataclasses.dataclass(frozen=True)
class ThemeTally:
    """How much there is on a theme."""

    open_questions: int = 0
    answers: int = 0


@dataclasses.dataclass(frozen=True)
class GoodAnswer:
    """An answer that was accepted or that helped people, under the question that it belongs to."""

    answer_id: int
    question_id: int
    title: str
    body: str
    standing: Standing
    answered_at: dt.datetime
    is_accepted: bool
    helped: int


def tallies_by_theme(session: Session, viewer: Viewer) -> Mapping[int, ThemeTally]:
    """Return how many open questions and how many answers there are on each theme, by its id; none: it is not there."""
    counted = select(QuestionTheme.theme_id, func.count()).join(Question, Question.id == QuestionTheme.question_id)
    is_open = ~exists().where(Answer.question_id == Question.id, answer_counts()) & Question.closed_at.is_(None)
    questions = counted.where(is_listed_to(viewer), is_open).group_by(QuestionTheme.theme_id)
    answers = (
        counted.join(Answer, and_(Answer.question_id == Question.id, answer_counts()))
        .where(is_listed_to(viewer))
        .group_by(QuestionTheme.theme_id)
    )
    waiting = {theme_id: times for theme_id, times in session.execute(questions)}  # noqa: C416 - rows become pairs
    given = {theme_id: times for theme_id, times in session.execute(answers)}  # noqa: C416 - rows become pairs
    return {key: ThemeTally(waiting.get(key, 0), given.get(key, 0)) for key in waiting.keys() | given.keys()}


def best_answers_on(
    session: Session, viewer: Viewer, theme_id: int, today: dt.date, most: int
) -> tuple[GoodAnswer, ...]:
    """Return the answers on a theme that were accepted or called helpful, and still hold.

    Accepted ones first, then by how many they helped, then the newest; of each question only the best.
    """
    helped = select(func.count()).where(HelpfulVote.answer_id == Answer.id).correlate(Answer).scalar_subquery()
    accepted = exists().where(Acceptance.answer_id == Answer.id).correlate(Answer)
    best_first = (accepted.desc(), helped.desc(), Answer.answered_at.desc(), Answer.id.desc())
    place = func.row_number().over(partition_by=Answer.question_id, order_by=best_first)
    ranked = (
        select(Answer.id, accepted.label("is_accepted"), helped.label("helped"), place.label("place"))
        .join(Question, Question.id == Answer.question_id)
        .join(QuestionTheme, and_(QuestionTheme.question_id == Question.id, QuestionTheme.theme_id == theme_id))
        .where(is_listed_to(viewer), answer_counts(), or_(accepted, helped > 0))
        .where(or_(Answer.valid_until.is_(None), Answer.valid_until >= today))
        .subquery()
    )
    rows = session.execute(
        select(Answer, Question.title, ranked.c.is_accepted, ranked.c.helped)
        .join(ranked, ranked.c.id == Answer.id)
        .join(Question, Question.id == Answer.question_id)
        .where(ranked.c.place == 1)
        .order_by(ranked.c.is_accepted.desc(), ranked.c.helped.desc(), Answer.answered_at.desc(), Answer.id.desc())
        .limit(most)
    )
    return tuple(
        GoodAnswer(
            answer_id=answer.id,
            question_id=answer.question_id,
            title=title,
            body=answer.body,
            standing=answer.standing,
            answered_at=answer.answered_at,
            is_accepted=bool(is_accepted),
            helped=times,
        )
        for answer, title, is_accepted, times in rows
    )


def most_accepted_on(viewer: Viewer, theme_id: int) -> Key:
    """Return the key by which experts come first of whom most answers on a theme were accepted, that one may see."""
    signed = exists().where(
        CoAuthor.answer_id == Answer.id,
        CoAuthor.person_id == ExpertProfile.person_id,
        CoAuthor.agreed_at.is_not(None),
    )
    accepted = (
        select(func.count())
        .select_from(Acceptance)
        .join(Answer, Answer.id == Acceptance.answer_id)
        .join(Question, Question.id == Answer.question_id)
        .join(QuestionTheme, and_(QuestionTheme.question_id == Question.id, QuestionTheme.theme_id == theme_id))
        .where(or_(Answer.author_id == ExpertProfile.person_id, signed), answer_counts(), is_listed_to(viewer))
        .correlate(ExpertProfile)
    )
    return Key(accepted.scalar_subquery(), int, descending=True)
