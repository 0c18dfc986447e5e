"""A search with the words as they are and as they would be after an edit that is not saved."""

import dataclasses
from collections.abc import Mapping, Sequence

import structlog
from flask import request

from samenspraak.indexing.finding import Found, find
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.errors import IndexBroken
from samenspraak.search.grammar import parse
from samenspraak.search.request import SearchRequest
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.web.shell.context import now, services, session, thesaurus, viewer

MOST_SHOWN = 6
_log = structlog.get_logger()


@dataclasses.dataclass(frozen=True)
class TrialHit:
    """One thing found; `is_other` when the other side does not show it."""

    title: str
    is_other: bool


@dataclasses.dataclass(frozen=True)
class TrialSide:
    """What a search finds with one of both sets of words; `also` tells which words were expanded to what."""

    hits: Sequence[TrialHit]
    total: int
    also: Mapping[str, Sequence[str]]


@dataclasses.dataclass(frozen=True)
class Trial:
    """A search before and after an edit; without both sides while the index cannot be read."""

    typed: str
    before: TrialSide | None = None
    after: TrialSide | None = None


def is_trial() -> bool:
    """Say whether a form was sent to search with: by its button, or by Enter while there is something to search for."""
    return "try" in request.form or ("enter" in request.form and bool(request.form.get("trial", "").strip()))


def try_out(typed: str, edited: Thesaurus) -> Trial:
    """Search twice, as the search page does for who looks."""
    present = thesaurus()
    try:
        before, after = _find(typed, present), _find(typed, edited)
    except IndexBroken as error:
        _log.warning("no index", error=str(error))
        return Trial(typed)
    return Trial(typed, _side(typed, before, present, after), _side(typed, after, edited, before))


def _find(typed: str, words: Thesaurus) -> Found:
    wanted = SearchRequest(query=parse(typed), audience=tokens_of(viewer()), now=now(), per_page=MOST_SHOWN)
    return find(session(), services().index, viewer(), wanted, words)


def _side(typed: str, found: Found, words: Thesaurus, other: Found) -> TrialSide:
    elsewhere = {(hit.kind, hit.key) for hit in other.result.hits}
    hits = [
        TrialHit("".join(segment.text for segment in item.title), (hit.kind, hit.key) not in elsewhere)
        for hit, item in zip(found.result.hits, found.items, strict=False)
    ]
    return TrialSide(hits, found.result.total, words.also_for_each(typed))
