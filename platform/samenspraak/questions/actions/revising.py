"""Keeping what a question or an answer said before it changes.

Every change of a title, a body, themes, a standing, a last day of validity or a basis goes through `keep_text`.
"""

import datetime as dt

from sqlalchemy import ColumnElement, exists, select

from samenspraak.core.db import Session
from samenspraak.core.events import record
from samenspraak.questions.edits import check_reason, is_small_edit, reason_is_needed
from samenspraak.questions.events import TextRevised
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.kept import AnsweredAlready
from samenspraak.questions.models.question import Question


def keep_text(session: Session, thing: Question | Answer, by_id: int, reason: str, now: dt.datetime) -> bool:
    """Keep what `thing` says, just before it is changed; say whether that became a version of its own.

    To be called with the question locked, its themes loaded, and only when something does change. `by_id` is who
    changes it. A small edit keeps nothing: `edits.is_small_edit` tells which those are; a reason given with it stays
    with the version that it belongs to. Raises `Invalid` for "reason" where one must be given: under an answer that was
    accepted, or that states the position of the ministry.
    """
    reason = reason.strip()
    accepted = _is_accepted(session, thing)
    if isinstance(thing, Answer):
        check_reason(reason, is_needed=reason_is_needed(thing.standing, is_accepted=accepted))
    last = _last_kept(session, thing)
    written_at = thing.edited_at or (thing.asked_at if isinstance(thing, Question) else thing.answered_at)
    is_same_writer = by_id == (last.replaced_by_id if last else _first_writer(thing))
    if is_small_edit(now - written_at, is_same_writer=is_same_writer) and not (
        accepted or _was_read_by_others(session, thing, by_id, written_at)
    ):
        if last is not None and reason:
            last.reason = reason
        return False
    session.add(_earlier(thing, written_at, by_id, reason, now))
    thing.edited_at = now
    record(session, TextRevised(_question_id(thing), thing.id if isinstance(thing, Answer) else None, by_id))
    return True


def _earlier(
    thing: Question | Answer, written_at: dt.datetime, by_id: int, reason: str, now: dt.datetime
) -> EarlierText:
    kept = EarlierText(body=thing.body, written_at=written_at, replaced_at=now, replaced_by_id=by_id, reason=reason)
    if isinstance(thing, Question):
        kept.question_id, kept.title = thing.id, thing.title
        kept.theme_labels = [theme.label for theme in thing.themes]
    else:
        kept.answer_id, kept.standing = thing.id, thing.standing
        kept.valid_until, kept.basis = thing.valid_until, thing.basis
    return kept


def _last_kept(session: Session, thing: Question | Answer) -> EarlierText | None:
    of_it = EarlierText.question_id == thing.id if isinstance(thing, Question) else EarlierText.answer_id == thing.id
    return session.scalar(select(EarlierText).where(of_it).order_by(EarlierText.id.desc()).limit(1))


def _is_accepted(session: Session, thing: Question | Answer) -> bool:
    of_it = Acceptance.question_id == thing.id if isinstance(thing, Question) else Acceptance.answer_id == thing.id
    return _holds(session, exists().where(of_it))


def _was_read_by_others(session: Session, thing: Question | Answer, by_id: int, since: dt.datetime) -> bool:
    """Say whether someone else built on this text since: answered, commented, voted, signed, or found it the answer."""
    if isinstance(thing, Question):
        others = exists().where(
            Answer.question_id == thing.id, Answer.author_id != by_id, Answer.answered_at >= since
        ) | exists().where(Comment.question_id == thing.id, Comment.author_id != by_id, Comment.commented_at >= since)
        found = exists().where(AnsweredAlready.question_id == thing.id, AnsweredAlready.at >= since)
        return _holds(session, others | found)
    others = exists().where(Comment.answer_id == thing.id, Comment.author_id != by_id, Comment.commented_at >= since)
    voted = exists().where(HelpfulVote.answer_id == thing.id, HelpfulVote.voted_at >= since)
    signed = exists().where(CoAuthor.answer_id == thing.id, CoAuthor.person_id != by_id, CoAuthor.agreed_at >= since)
    found = exists().where(AnsweredAlready.answer_id == thing.id, AnsweredAlready.at >= since)
    return _holds(session, others | voted | signed | found)


def _holds(session: Session, condition: ColumnElement[bool]) -> bool:
    return bool(session.scalar(select(condition)))


def _first_writer(thing: Question | Answer) -> int:
    return thing.asker_id if isinstance(thing, Question) else thing.author_id


def _question_id(thing: Question | Answer) -> int:
    return thing.id if isinstance(thing, Question) else thing.question_id
