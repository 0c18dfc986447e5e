"""The family of the search page, whole: its blueprint with all views on it."""

from samenspraak.web.search import saving, suggesting, views
from samenspraak.web.search.blueprint import blueprint

__all__ = ["blueprint", "saving", "suggesting", "views"]
