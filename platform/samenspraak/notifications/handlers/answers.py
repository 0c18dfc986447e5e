"""What is told of answers and comments."""

import datetime as dt

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.handlers.cause import actor_shown_to, cause_of, tell_all, title_of
from samenspraak.notifications.letters import AcceptedLetter, AnsweredLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.questions.events import AnswerAccepted, AnswerGiven, CommentPlaced
from samenspraak.questions.models.answer import Answer, Comment, Mention
from samenspraak.questions.queries.authors import authors_of


def on_answer_given(session: Session, event: AnswerGiven, now: dt.datetime) -> None:
    """Tell the asker that there is an answer."""
    cause = cause_of(session, event.question_id, event.author_id, f"answer:{event.answer_id}")
    speaks_for = session.get_one(Answer, event.answer_id).organisation_id
    for person in tell_all(session, cause, NoticeKind.ANSWERED, [cause.question.asker_id], now):
        letter = AnsweredLetter(
            name=person.name,
            url=links.answer(event.question_id, event.answer_id),
            author=cause.actor_name,
            organisation=title_of(session, speaks_for),
            title=cause.shown(cause.question.title),
        )
        post_letter(session, letter, f"answered:{cause.name}", person.email, now)


def on_answer_accepted(session: Session, event: AnswerAccepted, now: dt.datetime) -> None:
    """Tell the author of an answer that it helped, once for each answer."""
    cause = cause_of(session, event.question_id, event.by_id, f"answer:{event.answer_id}")
    author_id = session.get_one(Answer, event.answer_id).author_id
    for person in tell_all(session, cause, NoticeKind.ANSWER_ACCEPTED, [author_id], now):
        letter = AcceptedLetter(
            name=person.name,
            url=links.answer(event.question_id, event.answer_id),
            asker=actor_shown_to(session, cause, person),
            title=cause.shown(cause.question.title),
        )
        post_letter(session, letter, f"accepted:{cause.name}", person.email, now)


def on_comment_placed(session: Session, event: CommentPlaced, now: dt.datetime) -> None:
    """Tell the asker, who signed the answer, and who commented at the same place before, but for who is mentioned.

    An asker who hears that one waits for them is not told of the same comment again. Of an answer that is held only
    those hear who may read it.
    """
    cause = cause_of(session, event.question_id, event.author_id, f"comment:{event.comment_id}")
    answer_id = session.get_one(Comment, event.comment_id).answer_id
    answer = session.get(Answer, answer_id) if answer_id else None
    mentioned = set(session.scalars(select(Mention.person_id).where(Mention.comment_id == event.comment_id)))
    others = select(Comment.author_id).where(
        Comment.question_id == event.question_id,
        Comment.answer_id.is_not_distinct_from(answer_id),
        Comment.id < event.comment_id,
    )
    concerned = {cause.question.asker_id, *(authors_of(session, answer) if answer else ())}
    if answer is None or answer.held_at is None:
        concerned |= set(session.scalars(others))
    told_apart = mentioned | ({cause.question.asker_id} if event.asks_asker else set())
    tell_all(session, cause, NoticeKind.COMMENTED, concerned - told_apart, now)
