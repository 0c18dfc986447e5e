"""Citations of which the text changed since: for moderators the list, for readers that it is so."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from samenspraak.core.db import Session
from samenspraak.core.keyset import Cursor, Key, Part, read_part
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.citation import AnswerCitation, CitationReview
from samenspraak.questions.models.question import Question
from samenspraak.sources.models import Source, SourceVersion
from samenspraak.sources.queries import texts_of
from samenspraak.sources.rules import Place

MOST_SHOWN = 25
_BEFORE, _AFTER = aliased(SourceVersion), aliased(SourceVersion)


@dataclasses.dataclass(frozen=True)
class ToReview:
    """A citation to look at: where it stands, what it cites, and how that read and reads."""

    id: int
    question_id: int
    question: str
    answer_id: int
    source: Source
    article: str
    paragraph: str
    before_from: dt.date
    after_from: dt.date
    opened_at: dt.datetime
    old: str
    new: str


@dataclasses.dataclass(frozen=True)
class ChangedCitation:
    """That what an answer cites reads otherwise now, as its readers are told."""

    source: Source
    article: str
    paragraph: str
    before_from: dt.date
    after_from: dt.date


@dataclasses.dataclass(frozen=True)
class OpenReview:
    """A citation that waits for a moderator: where it stands, and what it cites."""

    id: int
    question_id: int
    question: str
    cited: ChangedCitation
    since: dt.datetime
    answer_id: int

    @property
    def item(self) -> str:
        """What the queue knows it by."""
        return str(self.id)


OLDEST_FIRST = (Key(CitationReview.opened_at, dt.datetime), Key(CitationReview.id, int))


def count_open_reviews(session: Session) -> int:
    """Return how many citations wait for a moderator."""
    return session.scalar(select(func.count()).where(CitationReview.done_at.is_(None))) or 0


def oldest_open_review(session: Session) -> dt.datetime | None:
    """Return since when the oldest of them waits."""
    return session.scalar(select(func.min(CitationReview.opened_at)).where(CitationReview.done_at.is_(None)))


def depth_of_reviews(session: Session) -> tuple[int, dt.datetime | None]:
    """Return how many citations wait for a moderator, and since when the oldest does, in one statement."""
    found = select(func.count(), func.min(CitationReview.opened_at)).where(CitationReview.done_at.is_(None))
    count, oldest = session.execute(found).one()
    return count, oldest


def part_of_reviews(session: Session, cursor: Cursor | None, limit: int) -> Part[OpenReview]:
    """Return a part of the citations that wait, the oldest first, without the texts that changed."""
    part = read_part(
        session,
        _open()
        .add_columns(Question.id, Question.title)
        .join(Answer, Answer.id == AnswerCitation.answer_id)
        .join(Question, Question.id == Answer.question_id),
        OLDEST_FIRST,
        cursor,
        limit,
    )
    return part.with_rows(
        [
            OpenReview(
                review.id, question_id, title, _changed(cited, source, before, after), review.opened_at, cited.answer_id
            )
            for review, cited, source, before, after, question_id, title in part.rows
        ]
    )


def list_open_reviews(session: Session) -> Sequence[ToReview]:
    """Return the citations that wait for a moderator, those of one source and article together; a part of very many."""
    rows = session.execute(
        _open()
        .add_columns(Question.id, Question.title, Answer.id)
        .join(Answer, Answer.id == AnswerCitation.answer_id)
        .join(Question, Question.id == Answer.question_id)
        .order_by(Source.name, AnswerCitation.article, AnswerCitation.paragraph, CitationReview.id)
        .limit(MOST_SHOWN)
    ).all()
    texts = texts_of(session, {version.id for row in rows for version in row[3:5]}) if rows else {}
    return [
        ToReview(
            id=review.id,
            question_id=question_id,
            question=title,
            answer_id=answer_id,
            source=source,
            article=cited.article,
            paragraph=cited.paragraph,
            before_from=before.valid_from,
            after_from=after.valid_from,
            opened_at=review.opened_at,
            old=_text(texts[before.id], cited),
            new=_text(texts[after.id], cited),
        )
        for review, cited, source, before, after, question_id, title, answer_id in rows
    ]


def changed_citations(session: Session, answer_ids: Collection[int]) -> dict[int, list[ChangedCitation]]:
    """Return for each of some answers what it cites that reads otherwise since, and no moderator looked at."""
    found: dict[int, list[ChangedCitation]] = {}
    if not answer_ids:
        return found
    wanted = _open().where(AnswerCitation.answer_id.in_(answer_ids)).order_by(AnswerCitation.id)
    for _review, cited, source, before, after in session.execute(wanted):
        found.setdefault(cited.answer_id, []).append(_changed(cited, source, before, after))
    return found


def _changed(cited: AnswerCitation, source: Source, before: SourceVersion, after: SourceVersion) -> ChangedCitation:
    return ChangedCitation(source, cited.article, cited.paragraph, before.valid_from, after.valid_from)


def _open() -> Select[CitationReview, AnswerCitation, Source, SourceVersion, SourceVersion]:
    return (
        select(CitationReview, AnswerCitation, Source, _BEFORE, _AFTER)
        .join(AnswerCitation, AnswerCitation.id == CitationReview.citation_id)
        .join(Source, Source.id == AnswerCitation.source_id)
        .join(_BEFORE, _BEFORE.id == CitationReview.before_id)
        .join(_AFTER, _AFTER.id == CitationReview.after_id)
        .where(CitationReview.done_at.is_(None))
    )


def _text(texts: dict[Place, str], cited: AnswerCitation) -> str:
    """How what is cited reads in one version: the paragraph, or the whole article with its numbers."""
    if cited.paragraph:
        return texts.get((cited.article, cited.paragraph), "")
    return "\n".join(
        f"{paragraph}. {text}" if paragraph else text
        for (article, paragraph), text in texts.items()
        if article == cited.article
    )
