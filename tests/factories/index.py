"""Brings a test's index in step with its database, as the worker does."""

from samenspraak.core.db import Session
from samenspraak.people.documents import experience_documents, expert_documents
from samenspraak.questions.documents import question_documents
from samenspraak.search.index import Index


def index_all(session: Session, index: Index) -> None:
    """Index every question, expert and experience."""
    index.rebuild(
        [*question_documents(session), *expert_documents(session, None), *experience_documents(session, None)]
    )
