"""`/`: home, for each role what matters to it, and for a visitor what this is."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.conversations.queries import waiting_introductions
from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.people.queries.confirming import waits_for_confirmation
from samenspraak.people.queries.organisations import titles_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.following import newest_of_others
from samenspraak.questions.queries.impact import uses_to_tell
from samenspraak.questions.queries.kept import drafts_of
from samenspraak.questions.queries.listing import QuestionFilters, list_questions
from samenspraak.questions.queries.waiting_answers import answers_waiting
from samenspraak.routing.desks.queue import waiting_for_colleague
from samenspraak.routing.next_steps import what_comes_next
from samenspraak.routing.queries import invitations_of, taken_on_by, waiting_for
from samenspraak.routing.stuck import count_stuck
from samenspraak.web.home.desk_waiting import MOST, waiting_at_desk
from samenspraak.web.home.news import news_rows
from samenspraak.web.home.own_questions import own_question
from samenspraak.web.home.pages import HomePage, OwnQuestion, Waiting, WelcomePage
from samenspraak.web.home.waiting import (
    waiting_for_asker,
    waiting_for_author,
    waiting_for_expert,
    waiting_for_introduction,
    waiting_for_use,
    waiting_profile,
)
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.desks import desk_waiting
from samenspraak.web.shell.formatting import date
from samenspraak.web.shell.page import render

blueprint = Blueprint("home", __name__)

DRAFTS_SHOWN = 3
OWN_SHOWN = 5
OWN_LOOKED_AT = 25


@blueprint.get("/")
@everyone
def show() -> ResponseReturnValue:
    """Show home."""
    who = viewer()
    if not who.is_signed_in:
        page = WelcomePage(_("In gesprek over passend onderwijs"), tuple(newest_of_others(session(), who)))
        return render("home/welcome.html", page)
    return render("home/show.html", _home(who))


def _home(who: Viewer) -> HomePage:
    own, asked_of_me, total = _own(who)
    news = news_rows()
    return HomePage(
        title=_greeting(who),
        subtitle=(*titles_of(session(), who.organisation_ids), date(now())),
        may_ask=who.may_ask,
        waiting=(
            *_of_expert(who),
            *_of_colleague(who),
            *_of_author(who),
            *asked_of_me,
            *_of_use(who),
            *waiting_for_introduction(waiting_introductions(session(), who), who.organisation_ids),
        ),
        drafts=tuple(drafts_of(session(), who, now(), limit=DRAFTS_SHOWN)),
        own=own,
        own_total=total,
        news=news,
        newest=() if news else tuple(newest_of_others(session(), who)),
        stuck=count_stuck(session(), now()) if who.is_moderator else None,
        profile_url=url_for("experts.show", person_id=who.person_id) if who.is_expert else None,
    )


def _own(who: Viewer) -> tuple[tuple[OwnQuestion, ...], list[Waiting], int]:
    if not who.may_ask:
        return (), [], 0
    rows, total = list_questions(session(), who, QuestionFilters(only_own=True), limit=OWN_LOOKED_AT)
    invitations = invitations_of(session(), [row.id for row in rows])
    following = what_comes_next(session(), [row.id for row in rows])
    shown = tuple(own_question(row, invitations, following.get(row.id)) for row in rows[:OWN_SHOWN])
    return shown, waiting_for_asker(rows, following), total


def _of_expert(who: Viewer) -> list[Waiting]:
    if not who.is_expert:
        return []
    asked = waits_for_confirmation(session(), who)
    profile = [waiting_profile(who.person_id, asked)] if who.person_id and asked else []
    return [*waiting_for_expert(waiting_for(session(), who), taken_on_by(session(), who)), *profile]


def _of_colleague(who: Viewer) -> list[Waiting]:
    return waiting_at_desk(waiting_for_colleague(session(), who, MOST)) if desk_waiting() else []


def _of_author(who: Viewer) -> list[Waiting]:
    return waiting_for_author(answers_waiting(session(), who, local_day(now())))


def _of_use(who: Viewer) -> list[Waiting]:
    return waiting_for_use(uses_to_tell(session(), who))


def _greeting(who: Viewer) -> str:
    hour = now().astimezone(AMSTERDAM).hour
    first_name = who.name.split()[0]
    if hour < 12:
        return str(_("Goedemorgen, %(name)s", name=first_name))
    if hour < 18:
        return str(_("Goedemiddag, %(name)s", name=first_name))
    return str(_("Goedenavond, %(name)s", name=first_name))
