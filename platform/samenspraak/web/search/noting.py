"""Notes what was searched for and opened, without person, after the answer has gone: no page waits or fails for it.

A search is new when its words or filters differ from the last one of this browser, which its cookie holds as a hash:
turning a page, another order and the way back are the same search. What was opened is known by where its page was asked
from, an address of our own search page.
"""

import hashlib
import json
from collections.abc import Callable
from types import MappingProxyType
from urllib.parse import parse_qsl, urlsplit

import structlog
from flask import Response, request, url_for
from flask import session as cookie
from werkzeug.datastructures import MultiDict

from samenspraak.core.db import Session, reading
from samenspraak.core.events import unit_of_work
from samenspraak.demand.actions import Outcome, Searched, log_opening, log_search
from samenspraak.people.rules import Viewer
from samenspraak.questions.visibility import tokens_of
from samenspraak.search.document import Kind
from samenspraak.search.request import SearchResult
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.services import Services
from samenspraak.themes.queries import theme_labels, thesaurus
from samenspraak.web.search.asked import FILTERS, Asked, read_asked
from samenspraak.web.shell.context import services, viewer
from samenspraak.web.shell.pagination import PAGE_SIZE, read_page

_log = structlog.get_logger()

LAST_SEARCH = "searched"
OPENED = MappingProxyType(
    {"questions.show": (Kind.QUESTION, "question_id"), "experts.show": (Kind.EXPERT, "person_id")}
)


def note_search(response: Response, asked: Asked, result: SearchResult, words: Thesaurus) -> Response:
    """Note a search with what came of it, unless it is the one that this browser did last."""
    if request.method != "GET" or _is_the_last(asked):
        return response
    searched = _searched(asked, viewer())
    outcome = Outcome(found=result.total, is_corrected=bool(result.corrections), is_partial=result.partial)
    opened = services()

    def note() -> None:
        _write(opened, lambda session: log_search(session, searched, outcome, words, opened.clock()))

    return _afterwards(response, note)


def note_opening(response: Response) -> Response:
    """Note that a page was opened from the search page, when it was."""
    endpoint = request.endpoint or ""
    if endpoint not in OPENED or request.method != "GET" or response.status_code != 200:
        return response
    address = _search_address(request.referrer or "")
    if address is None:
        return response
    kind, argument = OPENED[endpoint]
    thing, who, opened = (kind, int((request.view_args or {})[argument])), viewer(), services()
    return _afterwards(response, lambda: _note_opening(opened, address, who, thing))


def _note_opening(opened: Services, address: MultiDict[str, str], who: Viewer, thing: tuple[Kind, int]) -> None:
    with reading(opened.sessions) as session:
        asked, words = read_asked(address, theme_labels(session)), thesaurus(session)
    number, now = read_page(address.get("pagina", "1")), opened.clock()
    hits = opened.index.search(asked.request(tokens_of(who), now, number), words).hits
    places = {(hit.kind, hit.key): place for place, hit in enumerate(hits, start=1 + (number - 1) * PAGE_SIZE)}
    if thing in places:
        searched = _searched(asked, who)
        _write(opened, lambda session: log_opening(session, searched, thing, places[thing], words, now))


def _searched(asked: Asked, who: Viewer) -> Searched:
    return Searched(query=asked.query, filters=asked.filters, is_signed_in=who.is_signed_in)


def _is_the_last(asked: Asked) -> bool:
    """Say whether a search is the last one of this browser; from now on it is."""
    chosen = [asked.typed, *(asked.choices.get(name, "") for name in FILTERS)]
    hashed = hashlib.sha256(json.dumps(chosen).encode()).hexdigest()[:16]
    is_last = cookie.get(LAST_SEARCH) == hashed
    cookie[LAST_SEARCH] = hashed
    return is_last


def _search_address(referrer: str) -> MultiDict[str, str] | None:
    """Return what an address of our own search page asks for; None for any other address."""
    try:
        parts = urlsplit(referrer)
    except ValueError:
        return None
    is_ours = parts.netloc == request.host and parts.path == url_for("search.show")
    return MultiDict(parse_qsl(parts.query)) if is_ours else None


def _write(opened: Services, write: Callable[[Session], object]) -> None:
    with unit_of_work(opened.sessions, opened.wiring, opened.clock) as session:
        write(session)


def _afterwards(response: Response, note: Callable[[], None]) -> Response:
    def try_to() -> None:
        try:
            note()
        except Exception as error:  # noqa: BLE001 - the reader has the page: nothing is left to tell but the log
            _log.warning("search not noted", error=type(error).__name__)

    response.call_on_close(try_to)
    return response
