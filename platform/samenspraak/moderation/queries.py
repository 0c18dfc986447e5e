"""What moderators look back on: the warnings that were confirmed, the newest first."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.moderation.models import ConfirmedWarning
from samenspraak.people.rules import Viewer
from samenspraak.privacy.findings import Kind
from samenspraak.questions.models.question import Question


@dataclasses.dataclass(frozen=True)
class WarningRow:
    """A warning that was confirmed, with the title of the question that it belongs to."""

    warning: ConfirmedWarning
    question_title: str | None

    @property
    def item(self) -> str:
        """What the queue knows it by."""
        return str(self.warning.id)

    @property
    def since(self) -> dt.datetime:
        """When it was confirmed."""
        return self.warning.confirmed_at

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What was found."""
        return tuple(map(Kind, self.warning.kinds))


def confirmed_warnings(
    session: Session, viewer: Viewer, *, unseen_only: bool, before: int | None, limit: int
) -> Sequence[WarningRow]:
    """Return warnings that were confirmed, the newest first, those before a key."""
    if not viewer.is_moderator:
        raise NotAllowed
    wanted = select(ConfirmedWarning, Question.title).outerjoin(Question, Question.id == ConfirmedWarning.question_id)
    wanted = wanted.where(*_which(unseen_only=unseen_only))
    if before is not None:
        wanted = wanted.where(ConfirmedWarning.id < before)
    wanted = wanted.options(joinedload(ConfirmedWarning.person)).order_by(ConfirmedWarning.id.desc()).limit(limit)
    return [WarningRow(warning, title) for warning, title in session.execute(wanted)]


def count_warnings(session: Session, *, unseen_only: bool) -> int:
    """Return how many warnings were confirmed."""
    wanted = select(func.count()).select_from(ConfirmedWarning).where(*_which(unseen_only=unseen_only))
    return session.scalar(wanted) or 0


def _which(*, unseen_only: bool) -> list[ColumnElement[bool]]:
    return [ConfirmedWarning.seen_at.is_(None)] if unseen_only else []
