"""Keeping what a question or an answer said before it changes.

Every change of a title, a body, themes, a standing, a last day of validity or a basis goes through `keep_text`.
"""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import ColumnElement, exists, or_, select

from samenspraak.core.db import Session
from samenspraak.core.events import record
from samenspraak.questions.edits import check_reason, is_small_edit, reason_is_needed
from samenspraak.questions.events import TextRevised
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.kept import AnsweredAlready
from samenspraak.questions.models.question import Question


def keep_text(
    session: Session, thing: Question | Answer, by_id: int, reason: str, now: dt.datetime, *, always: bool = False
) -> bool:
    """Keep what `thing` says, just before it is changed; say whether that became a version of its own.

    To be called with the question locked, its themes loaded, and only when something does change. `by_id` is who
    changes it. Unless `always`, a small edit keeps nothing: `edits.is_small_edit` tells which those are; a reason given
    with it stays with the version that it belongs to. Raises `Invalid` for "reason" where one must be given: for an
    answer that was accepted, or that states the position of the ministry.
    """
    reason = reason.strip()
    accepted = _is_accepted(session, thing)
    needs_reason = isinstance(thing, Answer) and reason_is_needed(thing.standing, is_accepted=accepted)
    check_reason(reason, is_needed=needs_reason)
    last = _last_kept(session, thing)
    written_at = thing.edited_at or _posted_at(thing)
    is_same_writer = by_id == (last.replaced_by_id if last else _first_writer(thing))
    is_small = not (always or accepted) and is_small_edit(now - written_at, is_same_writer=is_same_writer)
    if is_small and not _was_used_by_others(session, thing, by_id, written_at):
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


def _was_used_by_others(session: Session, thing: Question | Answer, by_id: int, since: dt.datetime) -> bool:
    """Say whether someone else built on this text since: answered, commented, voted, signed, or found it the answer."""
    uses = _question_uses if isinstance(thing, Question) else _answer_uses
    return _holds(session, or_(*uses(thing.id, by_id, since)))


def _question_uses(question_id: int, by_id: int, since: dt.datetime) -> Iterator[ColumnElement[bool]]:
    yield exists().where(Answer.question_id == question_id, Answer.author_id != by_id, Answer.answered_at >= since)
    yield exists().where(Comment.question_id == question_id, Comment.author_id != by_id, Comment.commented_at >= since)
    yield exists().where(AnsweredAlready.question_id == question_id, AnsweredAlready.at >= since)


def _answer_uses(answer_id: int, by_id: int, since: dt.datetime) -> Iterator[ColumnElement[bool]]:
    yield exists().where(Comment.answer_id == answer_id, Comment.author_id != by_id, Comment.commented_at >= since)
    yield exists().where(HelpfulVote.answer_id == answer_id, HelpfulVote.voted_at >= since)
    yield exists().where(CoAuthor.answer_id == answer_id, CoAuthor.person_id != by_id, CoAuthor.agreed_at >= since)
    yield exists().where(AnsweredAlready.answer_id == answer_id, AnsweredAlready.at >= since)


def _holds(session: Session, condition: ColumnElement[bool]) -> bool:
    return bool(session.scalar(select(condition)))


def _posted_at(thing: Question | Answer) -> dt.datetime:
    return thing.asked_at if isinstance(thing, Question) else thing.answered_at


def _first_writer(thing: Question | Answer) -> int:
    return thing.asker_id if isinstance(thing, Question) else thing.author_id


def _question_id(thing: Question | Answer) -> int:
    return thing.id if isinstance(thing, Question) else thing.question_id
