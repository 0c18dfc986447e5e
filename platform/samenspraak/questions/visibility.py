"""Who may see a question, said three times: for one row, as an SQL condition, and as tokens in the search index.

The three are kept here side by side and tested against each other.
- public: everyone;
- signed in: everyone with an account;
- restricted: the asker, the asker's partnership, guests (experts whose invitation stands, and whoever answered), and
  moderators.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, or_, select, true

from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Guest, Question
from samenspraak.search.document import EVERYONE, SIGNED_IN

MODERATORS = "moderators"


def may_see(viewer: Viewer, question: Question, guest_ids: Collection[int]) -> bool:
    """Say whether someone may see a question that has these guests."""
    if viewer.is_moderator or question.visibility is Visibility.PUBLIC:
        return True
    if viewer.person_id is None:
        return False
    if question.visibility is Visibility.SIGNED_IN or question.asker_id == viewer.person_id:
        return True
    return question.organisation_id in viewer.organisation_ids or viewer.person_id in guest_ids


def is_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition on `Question` that holds for what someone may see."""
    if viewer.is_moderator:
        return true()
    if viewer.person_id is None:
        return Question.visibility == Visibility.PUBLIC
    guest = select(Guest.question_id).where(Guest.person_id == viewer.person_id)
    return or_(
        Question.visibility != Visibility.RESTRICTED,
        Question.asker_id == viewer.person_id,
        Question.organisation_id.in_(viewer.organisation_ids),
        Question.id.in_(guest),
    )


def audience_of(question: Question, guest_ids: Collection[int]) -> tuple[str, ...]:
    """Return the tokens that let a reader find a question in the index."""
    if question.visibility is Visibility.PUBLIC:
        return (EVERYONE,)
    if question.visibility is Visibility.SIGNED_IN:
        return (SIGNED_IN,)
    people = sorted({question.asker_id, *guest_ids})
    return (MODERATORS, f"organisation:{question.organisation_id}", *(f"person:{person}" for person in people))


def tokens_of(viewer: Viewer) -> frozenset[str]:
    """Return the tokens that someone holds; they find what shares one with them."""
    if viewer.person_id is None:
        return frozenset({EVERYONE})
    tokens = {EVERYONE, SIGNED_IN, f"person:{viewer.person_id}"}
    tokens |= {f"organisation:{organisation}" for organisation in viewer.organisation_ids}
    return frozenset(tokens | {MODERATORS} if viewer.is_moderator else tokens)
