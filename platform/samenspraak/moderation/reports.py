"""Reads of reports, for the one who made them."""

from collections.abc import Sequence

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.moderation.kinds import PostKind
from samenspraak.moderation.models import Report
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.questions import titles_of

MOST_SHOWN = 50


def open_report_of(session: Session, viewer: Viewer, kind: PostKind, post_id: int) -> Report | None:
    """Return someone's report of a post that no moderator answered yet."""
    mine = Report.reporter_id == viewer.person_id, Report.post == kind, Report.post_id == post_id
    return session.scalar(select(Report).where(*mine, Report.handled_at.is_(None)))


def own_reports(session: Session, viewer: Viewer) -> Sequence[tuple[Report, str]]:
    """Return the newest of someone's own reports, each with the title of its question, empty where it is hidden."""
    newest = select(Report).where(Report.reporter_id == viewer.person_id).order_by(Report.id.desc()).limit(MOST_SHOWN)
    reports = session.scalars(newest).all()
    titles = titles_of(session, viewer, {report.question_id for report in reports})
    return [(report, titles.get(report.question_id, "")) for report in reports]
