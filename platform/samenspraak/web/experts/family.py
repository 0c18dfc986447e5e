"""The family of pages on experts, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.experts import directory, editing, keeping, own_figures, refused, ties, views
from samenspraak.web.experts.blueprint import blueprint

__all__ = ["blueprint", "directory", "editing", "keeping", "own_figures", "refused", "ties", "views"]
