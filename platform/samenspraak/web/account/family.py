"""The family of pages on one's own account, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.account import links, views
from samenspraak.web.account.blueprint import blueprint

__all__ = ["blueprint", "links", "views"]
