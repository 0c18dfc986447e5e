"""What the pages of reporting show."""

import dataclasses
from collections.abc import Sequence

from samenspraak.moderation.models import Report
from samenspraak.moderation.posts import Post
from samenspraak.web.reports.forms import ReportForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class ReportPage:
    """The form to report a post; `earlier` is one's own report of it that is still open."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: ReportForm
    post: Post
    earlier: Report | None
    back_url: str


@dataclasses.dataclass(frozen=True)
class OwnReportsPage:
    """Someone's own reports, each with the title of its question and its address, empty where they may not see it."""

    title: str
    crumbs: tuple[Crumb, ...]
    reports: Sequence[tuple[Report, str, str]]
