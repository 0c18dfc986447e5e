"""The family of pages on sources, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.sources import articles, editing, reviewing, views
from samenspraak.web.sources.blueprint import blueprint

__all__ = ["articles", "blueprint", "editing", "reviewing", "views"]
