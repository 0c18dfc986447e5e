"""Keeping which parts of sources an answer cites, and in which version its author read them."""

from sqlalchemy import delete, insert, select

from samenspraak.core.db import Session
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.citation import AnswerCitation
from samenspraak.sources.marking import citations_of
from samenspraak.sources.queries import CitedPart, resolve

_Place = tuple[int, str, str]


def keep_citations(session: Session, answer: Answer, *, is_new: bool = False) -> None:
    """Keep what an answer cites now. What it cited already keeps its version: that is what its author relied on."""
    found = resolve(session, citations_of(answer.body, answer.basis))
    cited = {(part.source_id, part.article, part.paragraph): part for part in found.values()}
    known = {} if is_new else _known(session, answer.id)
    gone = [citation_id for place, citation_id in known.items() if place not in cited]
    if gone:
        session.execute(delete(AnswerCitation).where(AnswerCitation.id.in_(gone)))
    new = [_row(answer.id, part) for place, part in cited.items() if place not in known]
    if new:
        session.execute(insert(AnswerCitation), new)


def _known(session: Session, answer_id: int) -> dict[_Place, int]:
    rows = session.scalars(select(AnswerCitation).where(AnswerCitation.answer_id == answer_id))
    return {(row.source_id, row.article, row.paragraph): row.id for row in rows}


def _row(answer_id: int, part: CitedPart) -> dict[str, int | str]:
    return {
        "answer_id": answer_id,
        "source_id": part.source_id,
        "version_id": part.version_id,
        "article": part.article,
        "paragraph": part.paragraph,
    }
