"""All views of taking words out, for the one who puts the web together."""

from samenspraak.web.redaction import views
from samenspraak.web.redaction.blueprint import blueprint

__all__ = ["blueprint", "views"]
