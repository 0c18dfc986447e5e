"""Who may see a question, said three times: for one row, as an SQL condition, and as tokens in the search index.

The three are kept here side by side and tested against each other.
- public: everyone;
- signed in: everyone with an account;
- restricted: the asker, the asker's partnership, guests (experts whose invitation stands, and whoever answered), and
  moderators.

An answer is seen by whoever may see its question, unless a moderator holds it: then by its authors, whoever asked,
guests of the question, and moderators. It counts for nobody while it is held: not in numbers, states and the index.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, exists, or_, select, true
from sqlalchemy.orm import aliased

from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Answer, CoAuthor
from samenspraak.questions.models.question import Guest, Question
from samenspraak.search.document import EVERYONE, SIGNED_IN

MODERATORS = "moderators"

# Made once: an alias is costly to make, and is part of what SQLAlchemy remembers a statement by.
_ASKED = aliased(Question)
_SIGNING = aliased(CoAuthor)


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


def is_listed_to(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition on `Question` that holds for what lists, counts and searches show someone.

    That is what they may see, but for what went into another question: there its target stands.
    """
    return and_(is_visible_to(viewer), Question.merged_into_id.is_(None))


def may_see_answer(
    viewer: Viewer, question: Question, answer: Answer, guest_ids: Collection[int], author_ids: Collection[int]
) -> bool:
    """Say whether someone who may see the question may see an answer under it that has these authors.

    `author_ids` are its author and who was asked to sign it and did not decline.
    """
    if answer.held_at is None or viewer.is_moderator:
        return True
    if viewer.person_id is None:
        return False
    concerned = {question.asker_id, *guest_ids, *author_ids}
    return viewer.person_id in concerned or question.organisation_id in viewer.organisation_ids


def answer_is_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition on `Answer` that holds for what someone may see, of questions that they may see."""
    if viewer.is_moderator:
        return true()
    if viewer.person_id is None:
        return answer_counts()
    of_asker = or_(_ASKED.asker_id == viewer.person_id, _ASKED.organisation_id.in_(viewer.organisation_ids))
    return or_(
        answer_counts(),
        Answer.author_id == viewer.person_id,
        _signs(viewer.person_id),
        Answer.question_id.in_(select(_ASKED.id).where(of_asker)),
        Answer.question_id.in_(select(Guest.question_id).where(Guest.person_id == viewer.person_id)),
    )


def answer_counts() -> ColumnElement[bool]:
    """Return the condition on `Answer` that holds for one that counts as an answer: one that is not held."""
    return Answer.held_at.is_(None)


def _signs(person_id: int) -> ColumnElement[bool]:
    is_asked = _SIGNING.declined_at.is_(None)
    return exists().where(_SIGNING.answer_id == Answer.id, _SIGNING.person_id == person_id, is_asked)


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
