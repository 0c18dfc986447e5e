"""What is told of reports: personal data to the moderators at once, and to the reporter what came of it."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.moderation.events import PostReported, ReportAnswered
from samenspraak.moderation.kinds import ReportReason
from samenspraak.moderation.models import Report
from samenspraak.notifications.actions import tell
from samenspraak.notifications.models import NoticeKind
from samenspraak.people.queries.viewers import moderator_ids


def on_post_reported(session: Session, event: PostReported, now: dt.datetime) -> None:
    """Tell every moderator that personal data were seen; other reports wait in their queue."""
    report = session.get_one(Report, event.report_id)
    if report.reason is ReportReason.PERSONAL_DATA:
        for person_id in moderator_ids(session):
            if person_id != report.reporter_id:
                _tell(session, person_id, NoticeKind.POST_REPORTED, report, now)


def on_report_answered(session: Session, event: ReportAnswered, now: dt.datetime) -> None:
    """Tell whoever reported it, also when they may not see the question any more."""
    report = session.get_one(Report, event.report_id)
    if report.reporter_id != report.handled_by_id:
        _tell(session, report.reporter_id, NoticeKind.REPORT_ANSWERED, report, now)


def _tell(session: Session, person_id: int, kind: NoticeKind, report: Report, now: dt.datetime) -> None:
    tell(session, person_id, kind, f"report:{report.id}", actor_name="", now=now)
