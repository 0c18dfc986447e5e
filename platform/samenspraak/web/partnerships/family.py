"""The family of pages on partnerships, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.partnerships import editing, members, views
from samenspraak.web.partnerships.blueprint import blueprint

__all__ = ["blueprint", "editing", "members", "views"]
