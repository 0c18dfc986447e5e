"""What is kept of warnings that were confirmed, and that a moderator looked at one."""

import datetime as dt
from collections.abc import Iterable

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed, NotFound
from samenspraak.moderation.models import ConfirmedWarning
from samenspraak.people.rules import Viewer
from samenspraak.privacy.findings import Kind


def confirm_warning(
    session: Session, person_id: int, kinds: Iterable[Kind], endpoint: str, question_id: int | None, now: dt.datetime
) -> ConfirmedWarning:
    """Keep that someone posted a text of which they were warned; nothing of the text itself."""
    warning = ConfirmedWarning(
        person_id=person_id,
        kinds=sorted(kind.value for kind in kinds),
        endpoint=endpoint,
        question_id=question_id,
        confirmed_at=now,
    )
    session.add(warning)
    session.flush()
    return warning


def mark_warning_seen(session: Session, viewer: Viewer, warning_id: int, now: dt.datetime) -> None:
    """Keep that a moderator looked at a warning; the first who did stays."""
    if not viewer.is_moderator:
        raise NotAllowed
    warning = session.get(ConfirmedWarning, warning_id)
    if warning is None:
        raise NotFound
    if warning.seen_at is None:
        warning.seen_at, warning.seen_by_id = now, viewer.person_id
        session.flush()
        by_id, after = viewer.person_id, {"question": warning.question_id}
        concerns = warning.person_id
        record_act(session, Act.WARNING_SEEN, by_id, Thing.WARNING, warning_id, now, concerns=concerns, after=after)
