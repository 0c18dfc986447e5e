"""`/deskundigen`: the profiles."""

import datetime as dt

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.following.kinds import Subject
from samenspraak.following.queries.follows import follows
from samenspraak.following.targets import Target
from samenspraak.matching.candidates import Load
from samenspraak.matching.subjects import count_own_refusals
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.queries.experts import find_visible_profile, list_like_minded
from samenspraak.people.queries.substitutes import stood_in_for
from samenspraak.people.rules import may_edit_profile, may_read_ties
from samenspraak.questions.queries.answered_themes import themes_to_suggest
from samenspraak.questions.queries.contributions import contributions_of
from samenspraak.questions.queries.endorsements import endorsements_of
from samenspraak.routing.load import load_of
from samenspraak.web.experts.availability import availability_of, coming_periods
from samenspraak.web.experts.blueprint import blueprint
from samenspraak.web.experts.pages import OwnSide, ProfilePage
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render

MOST_ANSWERS = 5
MOST_LIKE_MINDED = 3


@blueprint.get("/deskundigen/<int:person_id>")
@signed_in
def show(person_id: int) -> ResponseReturnValue:
    """Show what an expert knows, takes on and answered."""
    profile = find_visible_profile(session(), viewer(), person_id)
    load = load_of(session(), now(), [person_id]).get(person_id, Load()).week
    today = local_day(now())
    page = ProfilePage(
        title=profile.person.name,
        crumbs=from_home(Crumb(_("Deskundigen"), url_for("experts.index")), Crumb(profile.person.name)),
        profile=profile,
        availability=availability_of(profile, load, today),
        coming=coming_periods(profile, today),
        contributions=contributions_of(session(), viewer(), person_id, MOST_ANSWERS),
        like_minded=list_like_minded(session(), profile, MOST_LIKE_MINDED),
        endorsements=endorsements_of(session(), viewer(), [person_id]).get(person_id, ()),
        may_edit=may_edit_profile(viewer(), person_id),
        is_followed=_is_followed(person_id),
        may_read_ties=may_read_ties(viewer(), person_id),
        unconfirmed_since=_unconfirmed_since(profile),
        own=_own_side(person_id, today) if viewer().person_id == person_id else None,
    )
    return render("experts/show.html", page)


def _is_followed(person_id: int) -> bool | None:
    if viewer().person_id == person_id:
        return None
    return follows(session(), viewer(), Target(Subject.EXPERT, person_id))


def _own_side(person_id: int, today: dt.date) -> OwnSide:
    return OwnSide(
        suggested=themes_to_suggest(session(), viewer()),
        stands_in=stood_in_for(session(), person_id, today),
        refused=count_own_refusals(session(), viewer()),
    )


def _unconfirmed_since(profile: ExpertProfile) -> dt.datetime | None:
    """Since when the expert was asked, for who may know: the expert, administrators and moderators."""
    asked = profile.asked_to_confirm_at
    if not may_read_ties(viewer(), profile.person_id) or asked is None:
        return None
    return asked if profile.confirmed_at is None or profile.confirmed_at < asked else None
