"""What becomes of followers when questions merge: they follow where their question went, until that is undone.

Their own choice stays where it was made, and sleeps while its question is merged. What they follow by it is marked
(`Follow.by_merge`), so that nothing of it is left once no merge gives a reason for it.
"""

import datetime as dt

from sqlalchemy import delete, select

from samenspraak.core.db import Session
from samenspraak.following.models import Follow
from samenspraak.questions.events import MergeUndone, QuestionsMerged
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.merges import merged_under, way_up_from


def on_questions_merged(session: Session, event: QuestionsMerged, now: dt.datetime) -> None:
    """Have who asked or followed what went into the target follow that, each once; who asked the target is told anyway.

    Only what is new: who left the target after an earlier merge stays away.
    """
    came = merged_under(session, event.source_id) | {event.source_id}
    wanted = _concerned(session, came) - {session.get_one(Question, event.target_id).asker_id}
    known = set(session.scalars(select(Follow.person_id).where(Follow.question_id == event.target_id)))
    session.add_all(
        Follow(person_id=each, question_id=event.target_id, since=now, by_merge=True) for each in sorted(wanted - known)
    )


def on_merge_undone(session: Session, event: MergeUndone, now: dt.datetime) -> None:  # noqa: ARG001 - a handler
    """Take away what nobody has a reason for any more, at the target and wherever that went since."""
    target_id = session.get_one(QuestionMerge, event.merge_id).target_id
    for question_id in way_up_from(session, target_id):
        kept = _concerned(session, merged_under(session, question_id))
        gone = Follow.by_merge & (Follow.question_id == question_id) & Follow.person_id.not_in(kept)
        session.execute(delete(Follow).where(gone), execution_options={"synchronize_session": "fetch"})


def leave_merged(session: Session, person_id: int | None, question_id: int) -> None:
    """Have someone who leaves a question leave what went into it too, so that no undoing brings that back."""
    under = merged_under(session, question_id)
    if under:
        own = (Follow.person_id == person_id) & Follow.question_id.in_(under)
        session.execute(delete(Follow).where(own), execution_options={"synchronize_session": "fetch"})


def _concerned(session: Session, question_ids: frozenset[int]) -> set[int]:
    followed = select(Follow.person_id).where(Follow.question_id.in_(question_ids), ~Follow.by_merge)
    asked = select(Question.asker_id).where(Question.id.in_(question_ids))
    return {*session.scalars(followed), *session.scalars(asked)}
