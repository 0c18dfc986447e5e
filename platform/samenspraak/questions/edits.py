"""What counts as an edit of a text, when it says why, and who may undo one: pure functions on plain values."""

import dataclasses
import datetime as dt
from collections.abc import Collection

from samenspraak.core.errors import Invalid
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Standing

SMALL_EDIT = dt.timedelta(minutes=5)
LONGEST_REASON = 200


@dataclasses.dataclass(frozen=True)
class AnswerEdit:
    """What an answer is to say from now on, and why it changes."""

    body: str
    standing: Standing
    valid_until: dt.date | None = None
    basis: str = ""
    reason: str = ""


def is_small_edit(since_written: dt.timedelta, *, is_same_writer: bool) -> bool:
    """Say whether an edit may go into the version that stands, so that a mistyped word makes no history.

    Five minutes are counted from when that version was first posted, not from its last small edit: nobody keeps it open
    by editing on. Whether others already built on it (an answer, a comment, a vote, an acceptance) its caller looks up.
    """
    return is_same_writer and since_written < SMALL_EDIT


def reason_is_needed(standing: Standing, *, is_accepted: bool) -> bool:
    """Say whether a change of an answer has to tell why: who accepted it, or acts on the ministry's word, must know."""
    return is_accepted or standing is Standing.MINISTRY


def check_reason(reason: str, *, is_needed: bool) -> None:
    """Refuse a change without the reason that it needs, or with a long story."""
    if is_needed and not reason:
        raise Invalid("reason", "reason-missing")
    if len(reason) > LONGEST_REASON:
        raise Invalid("reason", "reason-too-long")


def may_restore(viewer: Viewer, author_ids: Collection[int]) -> bool:
    """Say whether someone may put an earlier version back: who wrote or signed the text, and moderators."""
    return viewer.is_moderator or (viewer.person_id is not None and viewer.person_id in author_ids)
