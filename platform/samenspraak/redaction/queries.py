"""Reading what was taken out, and why."""

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.moderation.kinds import PostKind
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import concerned_with
from samenspraak.redaction.models import Redaction


def find_redaction(session: Session, viewer: Viewer, redaction_id: int) -> Redaction:
    """Return a redaction; `NotFound` for all but moderators and those who wrote the post."""
    redaction = session.get(Redaction, redaction_id)
    if redaction is None:
        raise NotFound
    if not viewer.is_moderator and viewer.person_id not in authors_of_post(session, redaction.post, redaction.post_id):
        raise NotFound
    return redaction


def authors_of_post(session: Session, kind: PostKind, post_id: int) -> frozenset[int]:
    """Return the ids of those who wrote a post; of an answer also of who signs it."""
    if kind is PostKind.QUESTION:
        return frozenset({session.get_one(Question, post_id).asker_id})
    if kind is PostKind.COMMENT:
        return frozenset({session.get_one(Comment, post_id).author_id})
    return concerned_with(session, session.get_one(Answer, post_id))
