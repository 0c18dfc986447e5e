"""The frame around every page: what the layout needs, and the one way to render a template."""

import dataclasses
import json
from typing import Any, Protocol

from flask import flash, get_flashed_messages, make_response, render_template, request, url_for
from flask.wrappers import Response
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from samenspraak.notifications.queries.notices import count_unread
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.web.shell.context import services, session, viewer
from samenspraak.web.shell.desks import desk_waiting
from samenspraak.web.shell.headers import nonce
from samenspraak.web.shell.preferences import has_shortcut, theme
from samenspraak.web.shell.sections import Section, section_here

_HOME_OF = {
    "demand": "moderation",
    "desks": "moderation",
    "impact": "moderation",
    "matching": "questions",
    "merges": "questions",
    "reports": "questions",
    "sources": "knowledge",
    "standings": "moderation",
    "themes": "knowledge",
}
"""Families of pages that stand under another one in the menu."""


@dataclasses.dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumb; the last one, the page itself, has no address."""

    label: str
    url: str | None = None


class Page(Protocol):
    """What every page dataclass has."""

    @property
    def title(self) -> str:
        """The page's heading, also in the browser's title."""

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """The way to the page, from home; empty on level one."""


@dataclasses.dataclass(frozen=True)
class NavItem:
    """An entry of the main menu."""

    label: str
    url: str
    current: bool


@dataclasses.dataclass(frozen=True)
class Receipt:
    """What just happened, told at the top of the next page; `undo_url` takes a POST."""

    kind: str
    title: str
    text: str = ""
    undo_url: str | None = None


@dataclasses.dataclass(frozen=True)
class Shell:
    """What the layouts show around a page."""

    viewer: Viewer
    nav: tuple[NavItem, ...]
    inbox_count: int
    may_ask: bool
    theme: str
    language: str
    receipt: Receipt | None
    nonce: str
    csrf_token: str
    has_shortcut: bool = False
    mailbox_url: str = ""
    desk_waiting: int | None = None
    """How many questions wait at the desks of who looks; None: they have no desk."""
    section: Section | None = None
    """The parts among which the page stands; None: it stands alone."""


def render(template: str, page: Page, status: int = 200) -> Response:
    """Render a page within the shell."""
    return make_response(render_template(template, page=page, shell=_shell()), status)


def render_bare(template: str, page: Page, status: int) -> Response:
    """Render a page as a visitor sees it, without asking the database anything: it may be what is broken."""
    shell = Shell(VISITOR, (), 0, False, theme(), str(get_locale()), None, nonce(), "")
    return make_response(render_template(template, page=page, shell=shell), status)


def render_part(template: str, **values: Any) -> str:
    """Render a fragment, for what updates in place."""
    return render_template(template, shell=_shell(), **values)


def _shell() -> Shell:
    who = viewer()
    section = section_here(who)
    return Shell(
        viewer=who,
        nav=tuple(_nav(who, section)),
        inbox_count=count_unread(session(), who),
        may_ask=who.may_ask,
        theme=theme(),
        language=str(get_locale()),
        receipt=_receipt(),
        nonce=nonce(),
        csrf_token=generate_csrf(),
        has_shortcut=has_shortcut(),
        mailbox_url=_mailbox_url(),
        desk_waiting=desk_waiting(),
        section=section,
    )


def _mailbox_url() -> str:
    """The mail box that a demonstration shows to everyone; empty elsewhere."""
    settings = services().settings
    return url_for("development.mailbox") if settings.mode == "demonstration" and settings.mail == "file" else ""


def _nav(who: Viewer, section: Section | None) -> list[NavItem]:
    entries = [
        (_("Vragen"), "questions"),
        (_("Kennis"), "knowledge"),
    ]
    if who.is_signed_in:
        entries.append((_("Deskundigen"), "experts"))
    if who.is_expert:
        entries.append((_("Gevraagd"), "invitations"))
    if who.is_moderator:
        entries.append((_("Moderatie"), "moderation"))
    if who.is_administrator:
        entries.append((_("Beheer"), "administration"))
    here = section.family if section else _HOME_OF.get(str(request.blueprint), request.blueprint)
    return [NavItem(label, url_for(f"{family}.index"), here == family) for label, family in entries]


def tell(kind: str, title: str, text: str = "", undo_url: str | None = None) -> None:
    """Have the next page say what just happened; `kind` is "done", "accepted" or "waits"."""
    flash(json.dumps([kind, title, text, undo_url]))


def _receipt() -> Receipt | None:
    told = get_flashed_messages()
    return Receipt(*json.loads(str(told[-1]))) if told else None
