"""All views of the pages of moderators, for the one who puts the web together."""

from samenspraak.web.moderation import privacy, routing, views
from samenspraak.web.moderation.blueprint import blueprint

__all__ = ["blueprint", "privacy", "routing", "views"]
