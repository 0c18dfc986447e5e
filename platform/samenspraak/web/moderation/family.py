"""All views of the pages of moderators, for the one who puts the web together."""

from samenspraak.web.moderation import claiming, privacy, reports, roles, routing, together, views
from samenspraak.web.moderation.blueprint import blueprint

__all__ = ["blueprint", "claiming", "privacy", "reports", "roles", "routing", "together", "views"]
