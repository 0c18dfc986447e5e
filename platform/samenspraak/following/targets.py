"""What someone follows, and whether they may."""

import dataclasses

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.following.kinds import Subject
from samenspraak.following.models import Follow
from samenspraak.people.queries.experts import find_visible_profile
from samenspraak.people.queries.partnerships import find_partnership
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.questions import find_question
from samenspraak.themes.models import Theme

COLUMNS: dict[Subject, InstrumentedAttribute[int | None]] = {
    Subject.QUESTION: Follow.question_id,
    Subject.THEME: Follow.theme_id,
    Subject.EXPERT: Follow.expert_id,
    Subject.PARTNERSHIP: Follow.organisation_id,
}


@dataclasses.dataclass(frozen=True)
class Target:
    """One thing that can be followed, by the id of its row; of an expert that of the person."""

    subject: Subject
    id: int

    @property
    def is_it(self) -> ColumnElement[bool]:
        """The condition on `Follow` that holds for this."""
        return COLUMNS[self.subject] == self.id


def check_target(session: Session, viewer: Viewer, target: Target) -> None:
    """Refuse (`NotFound`) what someone may not see, as its own page does."""
    match target.subject:
        case Subject.QUESTION:
            find_question(session, viewer, target.id)
        case Subject.THEME:
            if session.get(Theme, target.id) is None:
                raise NotFound
        case Subject.EXPERT:
            find_visible_profile(session, viewer, target.id)
        case Subject.PARTNERSHIP:
            find_partnership(session, target.id)
