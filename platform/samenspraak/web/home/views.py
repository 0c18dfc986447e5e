"""`/`: home, for each role what matters to it, and for a visitor what this is."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.clock import AMSTERDAM
from samenspraak.people.queries.organisations import titles_of
from samenspraak.people.rules import Viewer
from samenspraak.questions.queries.following import newest_of_others
from samenspraak.questions.queries.kept import drafts_of
from samenspraak.questions.queries.listing import QuestionFilters, count_questions
from samenspraak.routing.queries import invitations_of
from samenspraak.routing.stuck import count_stuck
from samenspraak.web.home.news import news_rows
from samenspraak.web.home.own_questions import own_question
from samenspraak.web.home.pages import HomePage, OwnQuestion, WelcomePage
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.formatting import date
from samenspraak.web.shell.page import render
from samenspraak.web.shell.waiting.gathering import OwnQuestions, all_that_waits, own_questions

blueprint = Blueprint("home", __name__)

DRAFTS_SHOWN = 3
OWN_SHOWN = 5


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
    own = own_questions()
    news = news_rows()
    return HomePage(
        title=_greeting(who),
        subtitle=(*titles_of(session(), who.organisation_ids), date(now())),
        may_ask=who.may_ask,
        waiting=all_that_waits(own),
        drafts=tuple(drafts_of(session(), who, now(), limit=DRAFTS_SHOWN)),
        own=_shown(own),
        own_total=count_questions(session(), who, QuestionFilters(only_own=True)) if who.may_ask else 0,
        news=news,
        newest=() if news else tuple(newest_of_others(session(), who)),
        stuck=count_stuck(session(), now()) if who.is_moderator else None,
        profile_url=url_for("experts.show", person_id=who.person_id) if who.is_expert else None,
    )


def _shown(own: OwnQuestions) -> tuple[OwnQuestion, ...]:
    newest = sorted(own.rows, key=lambda row: (row.asked_at, row.id), reverse=True)[:OWN_SHOWN]
    invitations = invitations_of(session(), [row.id for row in newest]) if newest else ()
    return tuple(own_question(row, invitations, own.following.get(row.id)) for row in newest)


def _greeting(who: Viewer) -> str:
    hour = now().astimezone(AMSTERDAM).hour
    first_name = who.name.split()[0]
    if hour < 12:
        return str(_("Goedemorgen, %(name)s", name=first_name))
    if hour < 18:
        return str(_("Goedemiddag, %(name)s", name=first_name))
    return str(_("Goedenavond, %(name)s", name=first_name))
