"""All views of reporting, for the one who puts the web together."""

from samenspraak.web.reports import views
from samenspraak.web.reports.blueprint import blueprint

__all__ = ["blueprint", "views"]
