"""`/privacy`, `/toegankelijkheid`, `/contact`, `/uitleg`, and what security researchers look for."""

import datetime as dt

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.web.pages.pages import TextPage
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import now, services
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render

blueprint = Blueprint("pages", __name__)

SECURITY_TEXT_LASTS = dt.timedelta(days=180)


@blueprint.get("/privacy")
@everyone
def privacy() -> ResponseReturnValue:
    """Tell which data we keep, why and how long."""
    return _show("privacy", _("Privacy"))


@blueprint.get("/toegankelijkheid")
@everyone
def accessibility() -> ResponseReturnValue:
    """Tell how accessible Samenspraak is, and what was not examined."""
    return _show("accessibility", _("Toegankelijkheid"))


@blueprint.get("/contact")
@everyone
def contact() -> ResponseReturnValue:
    """Tell where to ask for help or an account, and where to report what is wrong."""
    return _show("contact", _("Contact"))


@blueprint.get("/uitleg")
@everyone
def help() -> ResponseReturnValue:  # noqa: A001 - the endpoint is pages.help
    """Explain the first steps of each role."""
    return _show("help", _("Uitleg"))


@blueprint.get("/.well-known/security.txt")
@everyone
def security() -> ResponseReturnValue:
    """Tell where to report a leak (RFC 9116)."""
    settings = services().settings
    expires = (now() + SECURITY_TEXT_LASTS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: mailto:{settings.contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.base_url}{url_for('pages.security')}",
        f"Policy: {settings.base_url}{url_for('pages.contact')}",
    )
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


def _show(name: str, title: str) -> ResponseReturnValue:
    settings = services().settings
    crumbs = from_home(Crumb(title))
    page = TextPage(title, crumbs, settings.contact, settings.session_hours, settings.search_log_months)
    return render(f"pages/{name}.html", page)
