"""The way to a page."""

from flask import url_for
from flask_babel import gettext as _

from samenspraak.web.shell.page import Crumb


def from_home(*steps: Crumb) -> tuple[Crumb, ...]:
    """Return the way to a page: home, and then these steps."""
    return (Crumb(_("Thuis"), url_for("home.show")), *steps)
