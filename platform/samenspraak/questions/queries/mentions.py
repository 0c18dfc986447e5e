"""Whom a comment may mention, and whom it does.

Only who can be offered can be mentioned, so that no refusal tells who was invited: who wrote under the question,
moderators, people of one's own organisation, and experts who are listed; under a restricted question only those who
may see it, and guests only for who may follow whom was asked. Who asked an anonymous question, and their colleagues,
are offered only where anybody else in their place is: that one expert is missing would tell who asked as well.
"""

import dataclasses
import re
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, CompoundSelect, exists, false, or_, select, true, union
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.queries.viewers import viewer_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Answer, CoAuthor, Comment, Mention
from samenspraak.questions.models.question import Guest, Question
from samenspraak.questions.queries.authors import concerned_with
from samenspraak.questions.rules import may_follow
from samenspraak.questions.visibility import answer_counts, may_see, may_see_answer

MOST_OFFERED = 8
MOST_TAKING_PART = 20
_LOOKED_AT = 40
_MARK = re.compile(r"(?<![\w.@/])@(?=\w)")
MOST_WORDS = 6
"""Of a name."""


@dataclasses.dataclass(frozen=True)
class Mentioned:
    """Someone who is mentioned; `has_profile` says whether there is a profile to look at."""

    person_id: int
    name: str
    has_profile: bool


def mentions_under(session: Session, question: Question, comments: Iterable[Comment]) -> dict[int, list[Mentioned]]:
    """Return who is mentioned in the comments under a question, by comment, those with the longest names first."""
    if not any("@" in comment.body for comment in comments):
        return {}
    listed = exists().where(ExpertProfile.person_id == Person.id, ExpertProfile.is_listed)
    rows = session.execute(
        select(Mention.comment_id, Person.id, Person.name, listed)
        .join(Person, Person.id == Mention.person_id)
        .join(Comment, Comment.id == Mention.comment_id)
        .where(Comment.question_id == question.id)
    )
    found: dict[int, list[Mentioned]] = {}
    for comment_id, person_id, name, has_profile in rows:
        found.setdefault(comment_id, []).append(Mentioned(person_id, name, bool(has_profile)))
    return {key: sorted(people, key=lambda each: -len(each.name)) for key, people in found.items()}


def offer(session: Session, viewer: Viewer, question: Question, answer: Answer | None, typed: str) -> list[Person]:
    """Return whom a comment may mention whose names have a word that begins as typed, in order of their names."""
    begin = typed.strip().lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    begins = or_(Person.name.ilike(f"{begin}%", escape="\\"), Person.name.ilike(f"% {begin}%", escape="\\"))
    return find_offered(session, viewer, question, answer, begins)[:MOST_OFFERED]


def taking_part(session: Session, viewer: Viewer, question: Question) -> Sequence[Person]:
    """Return whom a comment may mention of those who wrote under a question, in order of their names."""
    return find_offered(session, viewer, question, None, Person.id.in_(_writers(question)))[:MOST_TAKING_PART]


def named_in(session: Session, viewer: Viewer, question: Question, answer: Answer | None, text: str) -> list[Person]:
    """Return who is named in a text after an `@`, each once; of names that begin alike the longest.

    Raises `Invalid` for "body" where nobody is named who may be mentioned.
    """
    places = [_names_at(text, mark.end()) for mark in _MARK.finditer(text)]
    if not places:
        return []
    names = {name for place in places for name in place}
    known = {person.name: person for person in find_offered(session, viewer, question, answer, Person.name.in_(names))}
    found: dict[int, Person] = {}
    for place in places:
        name = next((each for each in place if each in known), None)
        if name is None:
            raise Invalid("body", "cannot-mention")
        found[known[name].id] = known[name]
    return list(found.values())


def find_mentionable(
    session: Session, viewer: Viewer, question: Question, answer: Answer | None, person_id: int
) -> Person | None:
    """Return someone if a comment may mention them."""
    return next(iter(find_offered(session, viewer, question, answer, Person.id == person_id)), None)


def _names_at(text: str, start: int) -> list[str]:
    """Return what may be the name at a place in a text, longest first, with and without a mark of punctuation."""
    line = text[start : start + 200].partition("\n")[0]
    words = line.split(" ")[:MOST_WORDS]
    names = [" ".join(words[:number]) for number in range(len(words), 0, -1)]
    return list(
        dict.fromkeys(cut for name in names for cut in (name, name.rstrip(".,;:!?)*_"), name.partition("'")[0]))
    )


def find_offered(
    session: Session,
    viewer: Viewer,
    question: Question,
    answer: Answer | None,
    wanted: ColumnElement[bool],
    most: int = _LOOKED_AT,
) -> list[Person]:
    """Return those who are offered under a question, or under an answer to it, in order of their names.

    Their roles are loaded, with the organisations.
    """
    people = session.scalars(
        select(Person)
        .where(Person.is_active, Person.id != viewer.person_id, wanted, _is_offered(viewer, question, answer))
        .options(selectinload(Person.assignments).options(joinedload(RoleAssignment.organisation)))
        .order_by(Person.name, Person.id)
        .limit(most)
    ).all()
    guests = _guests(session, question, answer)
    authors = concerned_with(session, answer) if answer is not None else frozenset()
    return [
        person
        for person in people
        if may_see(viewer_of(person), question, guests)
        and (answer is None or may_see_answer(viewer_of(person), question, answer, guests, authors))
    ]


def _guests(session: Session, question: Question, answer: Answer | None) -> Sequence[int]:
    """Return the guests of a question, where what one may see depends on being one."""
    if not _is_read_by_few(question, answer):
        return ()
    return session.scalars(select(Guest.person_id).where(Guest.question_id == question.id)).all()


def _is_offered(viewer: Viewer, question: Question, answer: Answer | None) -> ColumnElement[bool]:
    askers = select(RoleAssignment.person_id).where(RoleAssignment.organisation_id == question.organisation_id)
    asking = or_(Person.id == question.asker_id, Person.id.in_(askers))
    moderators = Person.id.in_(select(RoleAssignment.person_id).where(RoleAssignment.role == Role.MODERATOR))
    part = or_(Person.id.in_(_writers(question)), moderators)
    colleagues, others = _colleagues(viewer), _others(viewer, question)
    if not question.is_anonymous:
        return or_(part, colleagues, others, asking)
    is_asking = viewer.person_id == question.asker_id or question.organisation_id in viewer.organisation_ids
    return or_(
        part,
        colleagues & ~asking if is_asking or _is_read_by_few(question, answer) else colleagues,
        others & ~asking if _is_read_by_few(question, answer) else others,
    )


def _colleagues(viewer: Viewer) -> ColumnElement[bool]:
    of_theirs = RoleAssignment.organisation_id.in_(viewer.organisation_ids)
    return Person.id.in_(select(RoleAssignment.person_id).where(of_theirs))


def _others(viewer: Viewer, question: Question) -> ColumnElement[bool]:
    """Who is offered without any part in the question, as far as they may see it."""
    if question.visibility is not Visibility.RESTRICTED:
        return exists().where(ExpertProfile.person_id == Person.id, ExpertProfile.is_listed)
    if may_follow(viewer, asked_by=question.asker_id, asked_for=question.organisation_id):
        return Person.id.in_(select(Guest.person_id).where(Guest.question_id == question.id))
    return false()


def _is_read_by_few(question: Question, answer: Answer | None) -> bool:
    """Say whether what one may see depends on being on the asking side, or a guest."""
    return question.visibility is Visibility.RESTRICTED or (answer is not None and answer.held_at is not None)


def _writers(question: Question) -> CompoundSelect[int]:
    """Who wrote under a question with their name: under an anonymous one not who asked, and for whom."""
    return union(
        select(Answer.author_id).where(Answer.question_id == question.id, answer_counts(), _is_named(question, Answer)),
        select(CoAuthor.person_id)
        .join(Answer, Answer.id == CoAuthor.answer_id)
        .where(Answer.question_id == question.id, answer_counts(), CoAuthor.agreed_at.is_not(None)),
        select(Comment.author_id).where(
            Comment.question_id == question.id, _is_read(question), _is_named(question, Comment)
        ),
    )


def _is_named(question: Question, written: type[Answer | Comment]) -> ColumnElement[bool]:
    of_asking = or_(written.author_id == question.asker_id, written.organisation_id == question.organisation_id)
    return ~of_asking if question.is_anonymous else true()


def _is_read(question: Question) -> ColumnElement[bool]:
    held = select(Answer.id).where(Answer.question_id == question.id, ~answer_counts())
    return Comment.answer_id.is_(None) | Comment.answer_id.not_in(held)
