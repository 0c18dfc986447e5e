"""The family of pages on what an expert is asked, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.invitations import forwarding, past, pausing, views
from samenspraak.web.invitations.blueprint import blueprint

__all__ = ["blueprint", "forwarding", "past", "pausing", "views"]
