"""Ways on when nothing is found: other searches, each only when it finds something, with how much."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from samenspraak.dutch.analysis import analyse
from samenspraak.search.grammar import parse
from samenspraak.web.search.asked import Asked
from samenspraak.web.search.remarks import quoted

MOST_WORDS_TRIED = 8
MOST_WORDS_SHOWN = 3


@dataclass(frozen=True)
class Way:
    """Another search: what it is called, its address, and how much it finds."""

    label: str
    url: str
    found: int


def ways_on(asked: Asked, count: Callable[[Asked], int]) -> tuple[Way, ...]:
    """Return searches like this one that find something: without its filters, on loose words, on each word alone."""
    looser = [Way(label, other.url(), count(other)) for label, other in _looser(asked)]
    alone = [Way(label, other.url(), count(other)) for label, other in _words_alone(asked)]
    alone.sort(key=lambda way: way.found, reverse=True)
    return tuple(way for way in (*looser, *alone[:MOST_WORDS_SHOWN]) if way.found)


def _looser(asked: Asked) -> Iterator[tuple[str, Asked]]:
    wanted = asked.query.wanted
    if asked.is_filtered and not asked.query.is_empty:
        yield _("Zoek zonder filters"), replace(asked, choices={})
    if wanted and wanted != asked.typed:
        yield _("Zoek op losse woorden"), _plain(wanted)
    if asked.is_precise or asked.left_out:
        choices = {name: value for name, value in asked.choices.items() if name != "precies"}
        yield _("Zoek ook op woorden die hetzelfde betekenen"), replace(asked, choices=choices, left_out=())


def _words_alone(asked: Asked) -> Iterator[tuple[str, Asked]]:
    words = [word for word in dict.fromkeys(asked.query.wanted.split()) if analyse(word)]
    if len(words) > 1:
        for word in words[:MOST_WORDS_TRIED]:
            yield _("Zoek alleen op %(words)s", words=quoted([word])), _plain(word)


def _plain(words: str) -> Asked:
    return Asked(parse(words), choices={})
