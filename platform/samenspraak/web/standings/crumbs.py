"""The way to the pages on standing."""

from flask import url_for
from flask_babel import gettext as _

from samenspraak.web.shell.context import viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb


def below_moderation(*steps: Crumb) -> tuple[Crumb, ...]:
    """Return the way from home, by the moderator's desk for who has one, and else by the administration."""
    if viewer().is_moderator:
        return from_home(Crumb(_("Moderatie"), url_for("moderation.index")), *steps)
    return from_home(Crumb(_("Beheer"), url_for("administration.index")), *steps)
