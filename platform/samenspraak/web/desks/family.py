"""The family of pages on desks, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.desks import acts, agreement, views
from samenspraak.web.desks.blueprint import blueprint

__all__ = ["acts", "agreement", "blueprint", "views"]
