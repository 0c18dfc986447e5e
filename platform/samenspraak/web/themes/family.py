"""The family of pages on themes, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.themes import editing, terms, views
from samenspraak.web.themes.blueprint import blueprint

__all__ = ["blueprint", "editing", "terms", "views"]
