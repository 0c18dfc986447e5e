"""All views of the pages on questions that ask the same, for the one who puts the web together."""

from samenspraak.web.merges import likely, merging, original
from samenspraak.web.merges.blueprint import blueprint

__all__ = ["blueprint", "likely", "merging", "original"]
