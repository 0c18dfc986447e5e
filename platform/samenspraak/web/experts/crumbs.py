"""The way to the pages that belong to one expert."""

from flask import url_for
from flask_babel import gettext as _

from samenspraak.people.models.expert import ExpertProfile
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb


def to_profile(profile: ExpertProfile, last: str) -> tuple[Crumb, ...]:
    """Return the way to a page under a profile."""
    return from_home(
        Crumb(_("Deskundigen"), url_for("experts.index")),
        Crumb(profile.person.name, url_for("experts.show", person_id=profile.person_id)),
        Crumb(last),
    )
