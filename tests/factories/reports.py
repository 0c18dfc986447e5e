"""Makes reports for tests, through the real action."""

import datetime as dt
from typing import Any

from samenspraak.core.db import Session
from samenspraak.moderation.actions.reporting import ReportDraft, report_post
from samenspraak.moderation.kinds import PostKind, ReportReason
from samenspraak.moderation.models import Report
from samenspraak.people.models.account import Person
from samenspraak.questions.models.answer import Comment
from samenspraak.questions.models.question import Question
from tests.factories.people import make_person, organisation_of, viewer
from tests.support.site import NOON


def make_report(
    session: Session,
    question: Question,
    *,
    reporter: Person | None = None,
    reason: ReportReason = ReportReason.INAPPROPRIATE,
    words: str = "Dit hoort hier niet.",
    at: dt.datetime = NOON,
) -> Report:
    """Have someone report a question."""
    reporter = reporter or make_person(session)
    return report_post(session, viewer(reporter), PostKind.QUESTION, question.id, ReportDraft(reason, words), at)


def make_comment(session: Session, question: Question, **values: Any) -> Comment:
    """Make a comment of the asker."""
    organisation = organisation_of(session, question.asker)
    said = {"author_id": question.asker_id, "organisation_id": organisation.id, "commented_at": NOON, "body": "Dank u."}
    comment = Comment(question_id=question.id, **(said | values))
    session.add(comment)
    session.flush()
    return comment
