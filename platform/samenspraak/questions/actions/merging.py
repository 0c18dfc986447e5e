"""Having a question go into another that asks the same, and undoing that.

Answers, comments and texts stay where they are: they are read at the original. What has to go along, such as followers
and invitations, each room moves by itself when it hears of it, and brings back when it hears that it was undone.
"""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select, update

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.duplicates import check_merge_reason, may_merge, why_not
from samenspraak.questions.events import MergeUndone, QuestionsMerged
from samenspraak.questions.models.merge import DismissedPair, QuestionMerge
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.merges import guests_of, is_followed_by_another, merged_under


def merge_questions(
    session: Session, moderator: Viewer, source_id: int, target_id: int, reason: str, now: dt.datetime
) -> QuestionMerge:
    """Have a question go into another, or into where that one went; what went into the source comes along.

    Raises `NotAllowed`, `Conflict` with "merged-already" for a source that went elsewhere, and `Invalid` for "target",
    which says what stands in the way, and "reason".
    """
    if not may_merge(moderator) or moderator.person_id is None:
        raise NotAllowed
    check_merge_reason(reason)
    source, target = _hold_both(session, source_id, target_id)
    obstacle = why_not(source, target, guests_of(session, source.id), guests_of(session, target.id))
    if obstacle:
        raise Invalid("target", obstacle)
    merge = QuestionMerge(
        source_id=source.id, target_id=target.id, by_id=moderator.person_id, at=now, reason=reason.strip(), moved={}
    )
    session.add(merge)
    _lead(session, {source.id, *merged_under(session, source.id)}, target.id)
    record(session, QuestionsMerged(source.id, target.id, merge.id, moderator.person_id))
    _told(session, moderator, Act.QUESTION_MERGED, merge, source, target.id, now)
    return merge


def undo_merge(session: Session, moderator: Viewer, merge_id: int, now: dt.datetime) -> QuestionMerge:
    """Let a question stand by itself again, with what went into it before.

    Of what ended at one question the last merge is undone first, so that each undoing finds what it left. Raises
    `NotAllowed`, `NotFound`, and `Conflict` with "merge-undone" for what was undone already or "merge-not-last".
    """
    if not may_merge(moderator) or moderator.person_id is None:
        raise NotAllowed
    merge = session.get(QuestionMerge, merge_id)
    if merge is None:
        raise NotFound
    held = _hold(session, {merge.source_id, *_ends(session, merge.source_id)})
    session.refresh(merge)
    source = held[merge.source_id]
    if merge.undone_at is not None or source.merged_into_id is None:
        raise Conflict("merge-undone")
    end = source.merged_into_id
    if is_followed_by_another(session, merge, end):
        raise Conflict("merge-not-last")
    merge.undone_at, merge.undone_by_id = now, moderator.person_id
    session.flush()
    _lead(session, merged_under(session, source.id), source.id)
    _lead(session, {source.id}, None)
    record(session, MergeUndone(source.id, end, merge.id, moderator.person_id))
    _told(session, moderator, Act.MERGE_UNDONE, merge, source, end, now)
    return merge


def dismiss_pair(session: Session, moderator: Viewer, one_id: int, other_id: int, now: dt.datetime) -> None:
    """Remember that two questions that look alike do not ask the same; saying it twice is once."""
    if not may_merge(moderator) or moderator.person_id is None:
        raise NotAllowed
    first, second = sorted((one_id, other_id))
    if first == second or len(_hold(session, {first, second})) < 2:
        raise NotFound
    if session.get(DismissedPair, (first, second)) is None:
        session.add(DismissedPair(first_id=first, second_id=second, by_id=moderator.person_id, at=now))
        after = {"other": second}
        record_act(session, Act.PAIR_DISMISSED, moderator.person_id, Thing.QUESTION, first, now, after=after)


def _hold_both(session: Session, source_id: int, target_id: int) -> tuple[Question, Question]:
    """Lock both questions, the target where it ended, in the order of their ids."""
    end = next(iter(_ends(session, target_id)), target_id)
    held = _hold(session, {source_id, target_id, end})
    if not {source_id, target_id} <= held.keys():
        raise NotFound
    source, target = held[source_id], held[end]
    if source.merged_into_id is not None:
        raise Conflict("merged-already")
    if target.merged_into_id is not None:
        raise Conflict("merge-changed")
    return source, target


def _ends(session: Session, question_id: int) -> Collection[int]:
    end = session.scalar(select(Question.merged_into_id).where(Question.id == question_id))
    return () if end is None else (end,)


def _hold(session: Session, ids: Collection[int]) -> dict[int, Question]:
    wanted = select(Question).where(Question.id.in_(ids)).order_by(Question.id).with_for_update()
    return {each.id: each for each in session.scalars(wanted.execution_options(populate_existing=True))}


def _lead(session: Session, ids: Collection[int], end: int | None) -> None:
    session.flush()
    led = update(Question).where(Question.id.in_(ids)).values(merged_into_id=end)
    session.execute(led, execution_options={"synchronize_session": "fetch"})


def _told(
    session: Session, moderator: Viewer, act: Act, merge: QuestionMerge, source: Question, end: int, now: dt.datetime
) -> None:
    touch_question(session, source.id)
    touch_question(session, end)
    by_id, concerns, after = moderator.person_id, source.asker_id, {"target": end}
    reason = merge.reason if act is Act.QUESTION_MERGED else ""
    record_act(session, act, by_id, Thing.QUESTION, source.id, now, concerns=concerns, after=after, reason=reason)
