"""The family of pages on choosing experts, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.matching import calculating, leaving, views
from samenspraak.web.matching.blueprint import blueprint

__all__ = ["blueprint", "calculating", "leaving", "views"]
