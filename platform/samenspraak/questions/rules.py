"""Who may do what with a question, and which changes are fair: pure functions on plain values."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Collection, Iterable

from samenspraak.core.errors import Invalid
from samenspraak.people.kinds import OrganisationKind, Region, Role, Sector
from samenspraak.people.rules import Viewer
from samenspraak.questions.drafts import MOST_THEMES
from samenspraak.questions.kinds import CloseReason, Standing, Visibility

MOST_CO_AUTHORS = 5
ANSWERING = frozenset({Role.EXPERT, Role.MODERATOR})
_OPENNESS = (Visibility.RESTRICTED, Visibility.SIGNED_IN, Visibility.PUBLIC)


@dataclasses.dataclass(frozen=True)
class Seat:
    """That someone has a role within an organisation: from there a person asks and speaks."""

    organisation_id: int
    organisation: str
    kind: OrganisationKind
    role: Role
    sector: Sector | None = None
    region: Region | None = None
    is_confirmed: bool = True
    """Whether an administrator gave the role; else a colleague did, by passing a question on."""


@dataclasses.dataclass(frozen=True)
class Voice:
    """A standing that someone may claim, and the organisation that it is claimed from."""

    standing: Standing
    organisation_id: int
    organisation: str


def standings_of(seat: Seat, *, is_spokesperson: bool) -> tuple[Standing, ...]:
    """Return with what weight someone may speak from a seat, the lightest first.

    Everyone may speak for themselves. A plain member reads along and was given no task, so a member's word never is
    the organisation's, nor is that of who was let in on a colleague's word; whoever got a task in it (to ask, to
    answer, to moderate) may say what it holds. The position of the ministry binds in practice: it is stated by whom OCW
    named for a theme of the question (`is_spokesperson`), from a seat at the ministry, whatever the role: being named
    is the task. Its other people speak for themselves. What the ministry holds is its position: it has no second,
    lighter standing as an organisation, so that nobody has to guess what a view of the ministry is that is not its
    position.
    """
    if seat.kind is OrganisationKind.MINISTRY:
        return (Standing.PERSONAL, Standing.MINISTRY) if is_spokesperson else (Standing.PERSONAL,)
    if seat.role is Role.MEMBER or not seat.is_confirmed:
        return (Standing.PERSONAL,)
    return (Standing.PERSONAL, Standing.ORGANISATION)


def voices_of(seats: Iterable[Seat], *, is_spokesperson: bool) -> tuple[Voice, ...]:
    """Return every way in which someone with these seats may speak, without repeats."""
    found = {
        Voice(standing, seat.organisation_id, seat.organisation): None
        for seat in seats
        for standing in standings_of(seat, is_spokesperson=is_spokesperson)
    }
    return tuple(found)


def signing_seat(seats: Iterable[Seat], standing: Standing, *, is_spokesperson: bool) -> Seat | None:
    """Return the seat from which someone may sign an answer of this standing too; the first that may claim it."""
    return next((seat for seat in seats if standing in standings_of(seat, is_spokesperson=is_spokesperson)), None)


def answering_seats(
    seats: Iterable[Seat], *, asked_by: int, asked_for: int, person_id: int | None, is_guest: bool
) -> tuple[Seat, ...]:
    """Return the seats from which someone may answer a question that `asked_by` asked for partnership `asked_for`.

    Experts and moderators answer, and whoever was let in to the question; coordinators answer other partnerships, as
    peers. The asker comments instead: an answer is what someone else says. Members comment too.
    """
    if person_id is None or person_id == asked_by:
        return ()
    return tuple(
        seat
        for seat in seats
        if is_guest or seat.role in ANSWERING or (seat.role is Role.COORDINATOR and seat.organisation_id != asked_for)
    )


def coordinated(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """Return the seats from which someone may ask a question: of partnerships that they coordinate."""
    return tuple(seat for seat in seats if seat.role is Role.COORDINATOR)


def may_edit(viewer: Viewer, author_id: int) -> bool:
    """Say whether someone may change a text under their name: nobody but who wrote it."""
    return viewer.person_id is not None and viewer.person_id == author_id


def may_edit_answer(viewer: Viewer, author_ids: Collection[int]) -> bool:
    """Say whether someone may change an answer: each of those who signed it."""
    return viewer.person_id is not None and viewer.person_id in author_ids


def may_accept(seats: Iterable[Seat], *, asked_by: int, asked_for: int, person_id: int | None) -> bool:
    """Say whether someone may accept an answer: the asker, or who coordinates the same partnership."""
    if person_id is None:
        return False
    return person_id == asked_by or asked_for in {seat.organisation_id for seat in coordinated(seats)}


def may_close(viewer: Viewer, seats: Iterable[Seat], *, asked_by: int, asked_for: int) -> bool:
    """Say whether someone may close a question and reopen it: who may accept an answer to it, and moderators."""
    if viewer.is_moderator:
        return True
    return may_accept(seats, asked_by=asked_by, asked_for=asked_for, person_id=viewer.person_id)


def may_vote(viewer: Viewer, author_ids: Collection[int]) -> bool:
    """Say whether someone may call an answer helpful: everyone who is signed in, but for those who signed it."""
    return viewer.person_id is not None and viewer.person_id not in author_ids


def may_hold(viewer: Viewer, standing: Standing, author_ids: Collection[int]) -> bool:
    """Say whether someone may hold an answer, or release it: a moderator, never one who signed it.

    An answer from someone's own experience claims no standing, so that there is none that it could lack.
    """
    return viewer.is_moderator and standing is not Standing.PERSONAL and viewer.person_id not in author_ids


def is_valid(valid_until: dt.date | None, today: dt.date) -> bool:
    """Say whether an answer still is what its author stands for: its last day is not over."""
    return valid_until is None or today <= valid_until


def may_follow(viewer: Viewer, *, asked_by: int, asked_for: int) -> bool:
    """Say whether someone may see who was asked for an answer, and who declined: whoever asked, and moderators.

    That an expert had no time is between the expert and the asker, whoever else may read the question.
    """
    if not viewer.is_signed_in:
        return False
    return viewer.is_moderator or viewer.person_id == asked_by or asked_for in viewer.organisation_ids


def open_visibilities(present: Visibility, *, has_contributions: bool) -> tuple[Visibility, ...]:
    """Return what the visibility of a question may become.

    While nobody wrote under it, anything. After that it may only be closed further: who answered wrote for the readers
    that they were told of.
    """
    if not has_contributions:
        return tuple(reversed(_OPENNESS))
    return tuple(reversed(_OPENNESS[: _OPENNESS.index(present) + 1]))


def check_themes(theme_ids: Collection[int]) -> None:
    """Refuse no theme at all, or more than three."""
    if not theme_ids:
        raise Invalid("themes", "no-theme")
    if len(set(theme_ids)) > MOST_THEMES:
        raise Invalid("themes", "more-than-three-themes")


def check_wish(wished_by: dt.date | None, today: dt.date) -> None:
    """Refuse a wish date that has passed."""
    if wished_by is not None and wished_by < today:
        raise Invalid("wished_by", "in-the-past")


def check_validity(valid_until: dt.date | None, today: dt.date) -> None:
    """Refuse a last day that is over, and today: who reads it tomorrow must have something in hand."""
    if valid_until is not None and valid_until <= today:
        raise Invalid("valid_until", "not-in-the-future")


def check_closing(because: CloseReason, words: str) -> None:
    """Refuse a reason that says nothing without words: others must know why no answer comes."""
    if because is CloseReason.OTHER and not words.strip():
        raise Invalid("words", "no-closing-words")


def submission_key(submission: str | None, *content: object) -> str | None:
    """Return what names one sending of a form: the form's own key, by whom, where, and what was written.

    So the same form sent twice is posted once, and one that was changed after going back is a post of its own.
    """
    return hashlib.sha256("\x1f".join(map(str, (submission, *content))).encode()).hexdigest() if submission else None


def fingerprint(*texts: str) -> str:
    """Return a short sign of texts, by which a form knows what it was opened on."""
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:16]
