"""The family of pages on the administration, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.administration import accounts, acts, desks, holidays, mails, organisations, ranking
from samenspraak.web.administration.blueprint import blueprint

__all__ = ["accounts", "acts", "blueprint", "desks", "holidays", "mails", "organisations", "ranking"]
