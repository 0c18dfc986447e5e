"""The family of pages of the audit, whole."""

from samenspraak.web.audit import own, views
from samenspraak.web.audit.blueprint import blueprint

__all__ = ["blueprint", "own", "views"]
