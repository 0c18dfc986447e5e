"""Lists of questions: only what someone may see, in rows, lists and counts alike."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, exists, false, func, select
from sqlalchemy.orm import joinedload, selectinload

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Part, read_part
from samenspraak.people.kinds import Sector
from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import ShownAsker, asker_is_known_to, shown_asker
from samenspraak.questions.kinds import AnswerState
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.questions.queries.ordering import NEWEST_FIRST, Order
from samenspraak.questions.visibility import answer_counts, is_listed_to
from samenspraak.themes.models import Theme


@dataclasses.dataclass(frozen=True)
class QuestionFilters:
    """Which questions are wanted; what is left out does not matter. `theme` is a slug.

    `also` is one more condition on `Question`, of a room above this one.
    """

    theme: str = ""
    sector: Sector | None = None
    state: AnswerState | None = None
    only_own: bool = False
    also: ColumnElement[bool] | None = dataclasses.field(default=None, compare=False)


@dataclasses.dataclass(frozen=True)
class QuestionRow:
    """A question as a list shows it, with who asked as far as its reader may know."""

    id: int
    title: str
    themes: tuple[str, ...]
    asker: ShownAsker
    is_own: bool
    asked_at: dt.datetime
    answers: int
    is_accepted: bool
    is_closed: bool = False
    """Whether it was closed without an answer that was accepted."""
    accepted_until: dt.date | None = None
    """The last day on which the accepted answer holds."""
    sector: Sector = Sector.BOTH
    wished_by: dt.date | None = None

    @property
    def state(self) -> AnswerState:
        """How far it has come."""
        if self.is_accepted:
            return AnswerState.ACCEPTED
        if self.is_closed:
            return AnswerState.CLOSED
        return AnswerState.ANSWERED if self.answers else AnswerState.OPEN


@dataclasses.dataclass(frozen=True)
class ThemeCount:
    """A theme and how many questions someone may see on it."""

    slug: str
    label: str
    questions: int


def list_questions(
    session: Session, viewer: Viewer, filters: QuestionFilters, limit: int = 25
) -> tuple[Sequence[QuestionRow], int]:
    """Return the newest of the wanted questions, and how many there are in all."""
    newest = part_of_questions(session, viewer, filters, NEWEST_FIRST, None, limit)
    return newest.rows, count_questions(session, viewer, filters)


def part_of_questions(
    session: Session, viewer: Viewer, filters: QuestionFilters, order: Order, cursor: Cursor | None, limit: int
) -> Part[QuestionRow]:
    """Return a part of the wanted questions, in an order and from a place in it."""
    part = read_part(session, _wanted(viewer, filters), order, cursor, limit)
    return part.with_rows(rows_of(session, viewer, [question_id for (question_id,) in part.rows]))


def count_questions(session: Session, viewer: Viewer, filters: QuestionFilters) -> int:
    """Return how many questions are wanted."""
    return session.scalar(select(func.count()).select_from(_wanted(viewer, filters).subquery())) or 0


def rows_of(session: Session, viewer: Viewer, question_ids: Sequence[int]) -> list[QuestionRow]:
    """Return the rows of those among some questions that someone may see, in the order given."""
    known = asker_is_known_to(viewer).label("is_known")
    found = session.execute(
        select(Question, known, _number_of_answers(), _is_accepted(), _accepted_until())
        .where(Question.id.in_(question_ids), is_listed_to(viewer))
        .options(joinedload(Question.organisation), selectinload(Question.themes))
    )
    rows = {
        question.id: _row(viewer, question, is_known, answers, accepted, until)
        for question, is_known, answers, accepted, until in found
    }
    return [rows[each] for each in question_ids if each in rows]


def most_discussed(session: Session, viewer: Viewer, limit: int = 5) -> list[ThemeCount]:
    """Return the themes with most questions that someone may see."""
    number = func.count(Question.id)
    found = session.execute(
        select(Theme.slug, Theme.label, number)
        .join(QuestionTheme, QuestionTheme.theme_id == Theme.id)
        .join(Question, Question.id == QuestionTheme.question_id)
        .where(is_listed_to(viewer))
        .group_by(Theme.id, Theme.slug, Theme.label)
        .order_by(number.desc(), Theme.label)
        .limit(limit)
    )
    return [ThemeCount(*row) for row in found]


def _wanted(viewer: Viewer, filters: QuestionFilters) -> Select[int]:
    wanted = select(Question.id).where(is_listed_to(viewer))
    if filters.theme:
        wanted = wanted.where(Question.themes.any(Theme.slug == filters.theme))
    if filters.sector:
        wanted = wanted.where(Question.sector.in_({filters.sector, Sector.BOTH}))
    if filters.state:
        wanted = wanted.where(_is_in_state(filters.state))
    if filters.only_own:
        wanted = wanted.where(Question.asker_id == viewer.person_id if viewer.is_signed_in else false())
    if filters.also is not None:
        wanted = wanted.where(filters.also)
    return wanted


def _is_in_state(state: AnswerState) -> ColumnElement[bool]:
    answered = exists().where(Answer.question_id == Question.id, answer_counts())
    is_open = Question.closed_at.is_(None)
    match state:
        case AnswerState.OPEN:
            return ~answered & is_open
        case AnswerState.ANSWERED:
            return answered & ~_is_accepted() & is_open
        case AnswerState.ACCEPTED:
            return _is_accepted()
        case AnswerState.CLOSED:
            return ~_is_accepted() & ~is_open


def _is_accepted() -> ColumnElement[bool]:
    return exists().where(Acceptance.question_id == Question.id)


def _accepted_until() -> ColumnElement[dt.date | None]:
    until = select(Answer.valid_until).join(Acceptance, Acceptance.answer_id == Answer.id)
    return until.where(Acceptance.question_id == Question.id).scalar_subquery()


def _number_of_answers() -> ColumnElement[int]:
    return select(func.count(Answer.id)).where(Answer.question_id == Question.id, answer_counts()).scalar_subquery()


def _row(
    viewer: Viewer,
    question: Question,
    known: bool,  # noqa: FBT001 - a column
    answers: int,
    accepted: bool,  # noqa: FBT001 - a column
    until: dt.date | None,
) -> QuestionRow:
    return QuestionRow(
        id=question.id,
        title=question.title,
        themes=tuple(theme.label for theme in question.themes),
        asker=shown_asker(question, is_known=known),
        is_own=question.asker_id == viewer.person_id,
        asked_at=question.asked_at,
        answers=answers,
        is_accepted=accepted,
        is_closed=question.closed_at is not None and not accepted,
        accepted_until=until,
        sector=question.sector,
        wished_by=question.wished_by,
    )
