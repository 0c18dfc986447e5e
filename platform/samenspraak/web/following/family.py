"""The family of pages on following, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.following import searches, views
from samenspraak.web.following.blueprint import blueprint

__all__ = ["blueprint", "searches", "views"]
