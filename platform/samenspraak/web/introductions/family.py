"""The family of pages on introductions, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.introductions import proposing, views
from samenspraak.web.introductions.blueprint import blueprint

__all__ = ["blueprint", "proposing", "views"]
