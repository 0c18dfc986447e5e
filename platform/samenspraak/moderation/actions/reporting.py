"""Reporting a post, and telling the reporter what came of it."""

import dataclasses
import datetime as dt

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.core.events import record
from samenspraak.moderation.events import PostReported, ReportAnswered
from samenspraak.moderation.kinds import PostKind, ReportOutcome, ReportReason
from samenspraak.moderation.models import Report
from samenspraak.moderation.posts import find_post
from samenspraak.moderation.reports import open_report_of
from samenspraak.people.rules import Viewer


@dataclasses.dataclass(frozen=True)
class ReportDraft:
    """Why someone reports a post, in a word and in their own words."""

    reason: ReportReason
    words: str


def report_post(
    session: Session, viewer: Viewer, kind: PostKind, post_id: int, draft: ReportDraft, now: dt.datetime
) -> Report:
    """Ask the moderators to look at a post that one may see.

    Raises `Conflict` for "reported-already" while one's earlier report of it is open, and `Invalid` for "words" where
    nothing is said of another reason than the ones on the list.
    """
    if viewer.person_id is None:
        raise NotAllowed
    post = find_post(session, viewer, kind, post_id)
    if draft.reason is ReportReason.OTHER and not draft.words.strip():
        raise Invalid("words", "no-report-words")
    if open_report_of(session, viewer, kind, post_id) is not None:
        raise Conflict("reported-already")
    report = Report(
        reporter_id=viewer.person_id,
        post=kind,
        post_id=post_id,
        question_id=post.question.id,
        reason=draft.reason,
        words=draft.words.strip(),
        reported_at=now,
    )
    with unless_taken(session, Conflict("reported-already")):
        session.add(report)
        session.flush()
    record(session, PostReported(report.id))
    return report


def answer_report(
    session: Session, viewer: Viewer, report_id: int, outcome: ReportOutcome, reply: str, now: dt.datetime
) -> Report:
    """Close a report with what came of it, in words for the reporter.

    Raises `Conflict` for "report-answered" when another moderator was first, `Invalid` for "reply" without words.
    """
    if not viewer.is_moderator:
        raise NotAllowed
    report = session.scalar(select(Report).where(Report.id == report_id).with_for_update())
    if report is None:
        raise NotFound
    if report.handled_at is not None:
        raise Conflict("report-answered")
    if not reply.strip():
        raise Invalid("reply", "no-reply-to-report")
    report.handled_at, report.handled_by_id = now, viewer.person_id
    report.outcome, report.reply = outcome, reply.strip()
    session.flush()
    record(session, ReportAnswered(report.id))
    after = {"question": report.question_id, "reason": report.reason.value, "outcome": outcome.value}
    concerns = report.reporter_id
    record_act(
        session, Act.REPORT_ANSWERED, viewer.person_id, Thing.REPORT, report_id, now, concerns=concerns, after=after
    )
    return report
