"""What is to be looked at when a source changes, and that a moderator did."""

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import delete, insert, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.core.events import record
from samenspraak.people.rules import Viewer
from samenspraak.questions.events import CitationsTouched
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.citation import AnswerCitation, CitationReview
from samenspraak.sources.events import SourceChanged
from samenspraak.sources.queries import changed_since
from samenspraak.sources.rules import is_touched


def on_source_changed(session: Session, event: SourceChanged, now: dt.datetime) -> None:
    """List the citations of which the text reads otherwise in the version that is in force now.

    Each is compared with the version that it was written on, however many came between: a citation is listed once, and
    not at all when the text is again what it was.
    """
    if event.before_id is None or event.after_id is None:
        return
    cited = session.scalars(
        select(AnswerCitation).where(
            AnswerCitation.source_id == event.source_id, AnswerCitation.version_id != event.after_id
        )
    ).all()
    _take_from_list(session, [citation.id for citation in cited])
    changed = changed_since(session, {citation.version_id for citation in cited}, event.after_id)
    touched = [each for each in cited if is_touched(each.article, each.paragraph, changed[each.version_id])]
    if touched:
        session.execute(insert(CitationReview), [_row(each, event.after_id, now) for each in touched])
    _tell(session, touched, event.source_id, event.after_id)


def finish_reviews(session: Session, moderator: Viewer, review_ids: Collection[int], now: dt.datetime) -> int:
    """Say that a moderator looked at some citations: from now on they rest on the new version. Return how many.

    What another moderator finished meanwhile is left as it is.
    """
    if not moderator.is_moderator or moderator.person_id is None:
        raise NotAllowed
    open_ones = session.scalars(
        select(CitationReview)
        .where(CitationReview.id.in_(review_ids), CitationReview.done_at.is_(None))
        .order_by(CitationReview.id)
        .with_for_update()
    ).all()
    for review in open_ones:
        review.done_at, review.done_by_id = now, moderator.person_id
        session.get_one(AnswerCitation, review.citation_id).version_id = review.after_id
    session.flush()
    for review in open_ones:
        answer_id = session.get_one(AnswerCitation, review.citation_id).answer_id
        facts = {"version": review.before_id}, {"version": review.after_id}
        record_act(
            session,
            Act.CITATION_REVIEWED,
            moderator.person_id,
            Thing.ANSWER,
            answer_id,
            now,
            before=facts[0],
            after=facts[1],
        )
    return len(open_ones)


def _take_from_list(session: Session, citation_ids: Sequence[int]) -> None:
    unlisted = CitationReview.citation_id.in_(citation_ids), CitationReview.done_at.is_(None)
    session.execute(delete(CitationReview).where(*unlisted))


def _row(citation: AnswerCitation, after_id: int, now: dt.datetime) -> dict[str, object]:
    return {
        "citation_id": citation.id,
        "before_id": citation.version_id,
        "after_id": after_id,
        "opened_at": now,
        "done_at": None,
        "done_by_id": None,
    }


def _tell(session: Session, touched: Sequence[AnswerCitation], source_id: int, after_id: int) -> None:
    answer_ids = {citation.answer_id for citation in touched}
    rows = select(Answer.id, Answer.question_id).where(Answer.id.in_(answer_ids)).order_by(Answer.id)
    for answer_id, question_id in session.execute(rows) if answer_ids else ():
        record(session, CitationsTouched(question_id, answer_id, source_id, after_id))
