"""The family of pages on articles, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.knowledge import deciding, editing, hearing, history, keeping, starting, views
from samenspraak.web.knowledge.blueprint import blueprint

__all__ = ["blueprint", "deciding", "editing", "hearing", "history", "keeping", "starting", "views"]
