"""Telling authors that what their answer rests on reads otherwise now."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.notifications.actions import tell
from samenspraak.notifications.handlers.cause import cause_of
from samenspraak.notifications.models import NoticeKind
from samenspraak.notifications.readers import who_may_be_told
from samenspraak.questions.events import CitationsTouched
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.queries.authors import authors_of
from samenspraak.sources.models import Source


def on_citations_touched(session: Session, event: CitationsTouched, now: dt.datetime) -> None:
    """Tell whoever wrote and signed the answer, once for each version, naming the source."""
    name = f"answer:{event.answer_id}:version:{event.version_id}"
    cause = cause_of(session, event.question_id, None, name)
    authors = authors_of(session, session.get_one(Answer, event.answer_id))
    source = session.get_one(Source, event.source_id)
    for person in who_may_be_told(session, cause.question, authors, None):
        tell(
            session,
            person.id,
            NoticeKind.SOURCE_CHANGED,
            name,
            question_id=event.question_id,
            actor_name=source.short,
            now=now,
        )
