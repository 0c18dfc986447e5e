"""`/volgen`: the button that follows something or leaves it; `/account/volgt`: all that someone follows."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import NotFound
from samenspraak.following.actions.follows import follow as start_following
from samenspraak.following.actions.follows import unfollow
from samenspraak.following.kinds import Subject
from samenspraak.following.queries.follows import Followed, list_followed
from samenspraak.following.queries.searches import list_saved
from samenspraak.following.targets import Target
from samenspraak.themes.queries import find_theme
from samenspraak.web.following.blueprint import blueprint
from samenspraak.web.following.pages import FollowedGroup, FollowedRow, FollowingPage
from samenspraak.web.following.searches import saved_rows
from samenspraak.web.shell.access import signed_in
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.keys import read_key
from samenspraak.web.shell.onward import go_on
from samenspraak.web.shell.page import Crumb, render, tell

SUBJECTS: Mapping[str, Subject] = MappingProxyType(
    {
        "vraag": Subject.QUESTION,
        "thema": Subject.THEME,
        "deskundige": Subject.EXPERT,
        "samenwerkingsverband": Subject.PARTNERSHIP,
    }
)
"""How addresses call what can be followed."""


@blueprint.post("/volgen/<subject>/<key>")
@signed_in
def follow(subject: str, key: str) -> ResponseReturnValue:
    """Follow something, or leave it, as the button said."""
    target = _target(subject, key)
    if request.form.get("follow") == "no":
        unfollow(session(), viewer(), target)
        tell("done", _("U volgt dit niet meer."), undo_url="")
    else:
        start_following(session(), viewer(), target, now())
        tell("done", _("U volgt dit."), _("Wat er nieuw is, leest u in uw postvak en op Thuis."))
    return go_on()


@blueprint.get("/account/volgt")
@signed_in
def index() -> ResponseReturnValue:
    """Show all that someone follows, and the searches that they saved."""
    followed = list_followed(session(), viewer())
    page = FollowingPage(
        title=_("Wat u volgt"),
        crumbs=from_home(Crumb(_("Uw gegevens"), url_for("account.show")), Crumb(_("Wat u volgt"))),
        groups=tuple(each for each in _groups(followed) if each.rows),
        searches=saved_rows(list_saved(session(), viewer())),
    )
    return render("following/index.html", page)


def _target(subject: str, key: str) -> Target:
    if subject not in SUBJECTS:
        raise NotFound
    if SUBJECTS[subject] is Subject.THEME:
        return Target(Subject.THEME, find_theme(session(), key).id)
    number = read_key(key)
    if number is None:
        raise NotFound
    return Target(SUBJECTS[subject], number)


def _groups(followed: list[Followed]) -> list[FollowedGroup]:
    titles = {
        "vraag": _("Vragen"),
        "thema": _("Thema’s"),
        "deskundige": _("Deskundigen"),
        "samenwerkingsverband": _("Samenwerkingsverbanden"),
    }
    return [
        FollowedGroup(
            title=titles[word],
            anchor=word,
            rows=tuple(_row(word, each) for each in followed if each.target.subject is subject),
        )
        for word, subject in SUBJECTS.items()
    ]


def _row(word: str, followed: Followed) -> FollowedRow:
    key = followed.target.id
    urls = {
        Subject.QUESTION: lambda: url_for("questions.show", question_id=key),
        Subject.THEME: lambda: url_for("themes.show", slug=followed.slug or ""),
        Subject.EXPERT: lambda: url_for("experts.show", person_id=key),
        Subject.PARTNERSHIP: lambda: url_for("partnerships.show", organisation_id=key),
    }
    unfollow_url = url_for("following.follow", subject=word, key=followed.slug or key)
    return FollowedRow(followed.name, urls[followed.target.subject](), followed.since, unfollow_url)
