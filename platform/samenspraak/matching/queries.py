"""Reads of matching: who experts are, and what they answered before."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import ColumnElement, Subquery, exists, select, union_all
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.markup import to_blocks
from samenspraak.matching.common_words import Line
from samenspraak.matching.explanation import AnsweredBefore, Profile
from samenspraak.people.kinds import ExpertGroup
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor
from samenspraak.questions.models.question import Question
from samenspraak.questions.visibility import answer_counts, is_visible_to

MOST_FOUND_BY_NAME = 10
_KEPT_PROFILES = 2_048
HEADLINE, EXPERTISE, THEMES = "profiel", "profiel-", "over"
"""The anchors of a profile on its page: its head, its paragraphs with their number, and its themes."""


@dataclass(frozen=True, slots=True)
class ExpertCard:
    """An expert as shown to who may ask; `profile` is what the profile says, in its own spelling."""

    person_id: int
    name: str
    organisation: str
    group: ExpertGroup
    profile: Profile
    capacity: int


def find_by_name(session: Session, name: str) -> list[int]:
    """Return the listed experts whose name holds these words, in the order of the alphabet; at most ten."""
    found = (
        select(ExpertProfile.person_id)
        .join(Person, Person.id == ExpertProfile.person_id)
        .where(ExpertProfile.is_listed, Person.is_active, *(_holds(word) for word in name.split()[:6]))
        .order_by(Person.name, Person.id)
        .limit(MOST_FOUND_BY_NAME)
    )
    return list(session.scalars(found))


def cards_of(session: Session, person_ids: Collection[int]) -> dict[int, ExpertCard]:
    """Return who some experts are, by person."""
    profiles = session.scalars(
        select(ExpertProfile)
        .where(ExpertProfile.person_id.in_(person_ids))
        .options(
            joinedload(ExpertProfile.person),
            joinedload(ExpertProfile.organisation),
            selectinload(ExpertProfile.themes),
        )
    )
    return {profile.person_id: _card(profile) for profile in profiles}


def answers_behind(
    session: Session, viewer: Viewer, question_ids: Collection[int], person_ids: Collection[int]
) -> Mapping[int, Mapping[int, AnsweredBefore]]:
    """Return for each person which of these questions they answered, or signed an answer to, as far as the viewer sees.

    Of several answers to one question the accepted one is told of, or else the first.
    """
    accepted = exists().where(Acceptance.answer_id == Answer.id)
    by = _authors(question_ids)
    rows = session.execute(
        select(by.c.person_id, Question.id, Question.title, accepted.label("accepted"), Answer.id.label("answer_id"))
        .join(by, by.c.answer_id == Answer.id)
        .join(Question, Question.id == Answer.question_id)
        .where(is_visible_to(viewer))
        .order_by(Answer.id)
    )
    wanted = frozenset(person_ids)
    found: dict[int, dict[int, AnsweredBefore]] = defaultdict(dict)
    for row in rows:
        if row.person_id in wanted and (row.accepted or row.id not in found[row.person_id]):
            found[row.person_id][row.id] = AnsweredBefore(row.id, row.title, bool(row.accepted), row.answer_id)
    return found


def _authors(question_ids: Collection[int]) -> Subquery:
    """Who signed which answer to some questions, but for answers that are held."""
    these = Answer.question_id.in_(question_ids) & answer_counts()
    wrote = select(Answer.id.label("answer_id"), Answer.author_id.label("person_id")).where(these)
    signed = select(CoAuthor.answer_id, CoAuthor.person_id).join(Answer, Answer.id == CoAuthor.answer_id)
    return union_all(wrote, signed.where(these, CoAuthor.agreed_at.is_not(None))).subquery()


def _holds(word: str) -> ColumnElement[bool]:
    return Person.name.icontains(word, autoescape=True)


def _card(profile: ExpertProfile) -> ExpertCard:
    return ExpertCard(
        person_id=profile.person_id,
        name=profile.person.name,
        organisation=profile.organisation.title,
        group=profile.group,
        profile=Profile(tuple(_lines(profile)), {theme.slug: theme.label for theme in profile.themes}),
        capacity=profile.weekly_capacity,
    )


@lru_cache(maxsize=_KEPT_PROFILES)
def _blocks_of(text: str) -> tuple[str, ...]:
    return tuple(to_blocks(text))


def _lines(profile: ExpertProfile) -> Iterator[Line]:
    for number, words in enumerate(_blocks_of(profile.expertise)):
        yield Line(f"{EXPERTISE}{number}", words)
    yield Line(HEADLINE, profile.headline)
    yield from (Line(THEMES, theme.label) for theme in profile.themes)
