"""What counts as an edit of a text, when it says why, and who may make one: pure functions on plain values."""

import datetime as dt
from collections.abc import Collection

from samenspraak.core.errors import Invalid
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Standing

SMALL_EDIT = dt.timedelta(minutes=5)
LONGEST_REASON = 200


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


def may_revise(viewer: Viewer, author_id: int, co_author_ids: Collection[int] = ()) -> bool:
    """Say whether someone may change a text: who wrote it, and for an answer who signed it too."""
    return viewer.person_id is not None and viewer.person_id in {author_id, *co_author_ids}


def may_restore(viewer: Viewer, author_id: int, co_author_ids: Collection[int] = ()) -> bool:
    """Say whether someone may put an earlier version back: whoever may change the text, and moderators."""
    return viewer.is_moderator or may_revise(viewer, author_id, co_author_ids)
