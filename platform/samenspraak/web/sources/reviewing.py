"""`/bronnen/nakijken`: answers that cite what changed, for moderators to look at."""

import dataclasses
from collections.abc import Sequence

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.people.kinds import Role
from samenspraak.questions.actions.reviewing_citations import finish_reviews
from samenspraak.questions.queries.citation_reviews import ToReview, count_open_reviews, list_open_reviews
from samenspraak.questions.sides import Band, beside
from samenspraak.web.shell.access import only
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render, tell
from samenspraak.web.sources.blueprint import blueprint


@dataclasses.dataclass(frozen=True)
class ShownReview:
    """A citation to look at, with the old and the new text beside each other."""

    review: ToReview
    bands: tuple[Band, ...]


@dataclasses.dataclass(frozen=True)
class ReviewPage:
    """The citations that wait, in groups that cite the same."""

    title: str
    crumbs: tuple[Crumb, ...]
    groups: Sequence[tuple[ShownReview, ...]]
    total: int

    @property
    def shown(self) -> int:
        """How many are on the page."""
        return sum(len(group) for group in self.groups)


@blueprint.get("/bronnen/nakijken")
@only(Role.MODERATOR)
def reviews() -> ResponseReturnValue:
    """Show what to look at, with the difference."""
    title = _("Aangehaalde bronnen nakijken")
    page = ReviewPage(
        title=title,
        crumbs=from_home(Crumb(_("Bronnen"), url_for("sources.index")), Crumb(title)),
        groups=_grouped(list_open_reviews(session())),
        total=count_open_reviews(session()),
    )
    return render("sources/reviews.html", page)


@blueprint.post("/bronnen/nakijken")
@only(Role.MODERATOR)
def finish() -> ResponseReturnValue:
    """Say of some of them that they were looked at."""
    chosen = [int(value) for value in request.form.getlist("review") if value.isascii() and value.isdigit()]
    done = finish_reviews(session(), viewer(), [each for each in chosen if each < _LARGEST_KEY], now())
    if done:
        tell("done", ngettext("%(num)s verwijzing is nagekeken.", "%(num)s verwijzingen zijn nagekeken.", done))
    else:
        tell("waits", _("Een andere moderator was u voor."), _("Deze verwijzingen zijn al nagekeken."))
    return redirect(url_for("sources.reviews"), 303)


_LARGEST_KEY = 2**31


def _grouped(reviews: Sequence[ToReview]) -> list[tuple[ShownReview, ...]]:
    """Those with the same old and new text together: the difference is read once."""
    groups: dict[tuple[str, str, str, str, str], list[ToReview]] = {}
    for each in reviews:
        key = (each.source.name, each.article, each.paragraph, each.old, each.new)
        groups.setdefault(key, []).append(each)
    return [
        tuple(ShownReview(each, beside(each.old, each.new) if place == 0 else ()) for place, each in enumerate(group))
        for group in groups.values()
    ]
