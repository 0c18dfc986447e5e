"""The family of pages on standing, whole."""

from samenspraak.web.standings import held, spokespeople
from samenspraak.web.standings.blueprint import blueprint

__all__ = ["blueprint", "held", "spokespeople"]
