"""Who is told who asked an anonymous question, said twice, and what all others are shown instead.

Known to: the asker, the asker's partnership, moderators, and guests who were let in to answer it (invited experts, a
desk). Who only answered of their own accord is a guest too, and is not told. All others see the holiday region and the
sector of who asks: enough to weigh a question by, and shared by some twenty partnerships. A province is not shown: in
some there is one partnership of a sector.
"""

import dataclasses
from collections.abc import Collection

from sqlalchemy import ColumnElement, not_, or_, select, true

from samenspraak.people.kinds import Region, Sector
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Guest, Question


@dataclasses.dataclass(frozen=True)
class ShownAsker:
    """Who asked, as far as a reader may know.

    `name` is None when it is hidden, and where only the organisation is shown; `organisation` is None when both are
    hidden. `code` is that of a partnership (`PO 26-01`), empty for who has none and when it is hidden.
    """

    name: str | None
    organisation: str | None
    region: Region | None
    sector: Sector
    code: str = ""
    on_behalf_of: str | None = None
    is_anonymous: bool = False
    """Whether it is hidden from others, also when this reader knows."""

    @property
    def is_known(self) -> bool:
        """Whether this reader is told."""
        return self.organisation is not None


def knows_asker(viewer: Viewer, question: Question, guest_ids: Collection[int]) -> bool:
    """Say whether someone may know who asked a question that has these guests who `knows_asker`."""
    if not question.is_anonymous or viewer.is_moderator:
        return True
    if viewer.person_id is None:
        return False
    is_own = question.asker_id == viewer.person_id or question.organisation_id in viewer.organisation_ids
    return is_own or viewer.person_id in guest_ids


def asker_is_known_to(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition on `Question` that holds where someone may know who asked."""
    if viewer.is_moderator:
        return true()
    if viewer.person_id is None:
        return not_(Question.is_anonymous)
    told = select(Guest.question_id).where(Guest.person_id == viewer.person_id, Guest.knows_asker)
    return or_(
        not_(Question.is_anonymous),
        Question.asker_id == viewer.person_id,
        Question.organisation_id.in_(viewer.organisation_ids),
        Question.id.in_(told),
    )


def shown_asker(question: Question, *, is_known: bool, with_name: bool = False) -> ShownAsker:
    """Return what to show of who asked; needs the organisation, and `with_name` also `asker` and `on_behalf_of`."""
    tells_all = is_known and with_name
    partnership = question.organisation
    return ShownAsker(
        name=question.asker.name if tells_all else None,
        organisation=partnership.title if is_known else None,
        code=partnership.short_code if is_known else "",
        region=partnership.holiday_region,
        sector=partnership.sector or question.sector,
        on_behalf_of=question.on_behalf_of.title if tells_all and question.on_behalf_of else None,
        is_anonymous=question.is_anonymous,
    )


def is_asking_side(question: Question, person_id: int, organisation_id: int) -> bool:
    """Say whether something was said by who asked, or on behalf of the same partnership: it would tell who asked."""
    return person_id == question.asker_id or organisation_id == question.organisation_id


def gives_asker_away(question: Question, said: Answer | Comment) -> bool:
    """Say whether the name under a comment or an answer would tell who asked an anonymous question."""
    return question.is_anonymous and is_asking_side(question, said.author_id, said.organisation_id)
