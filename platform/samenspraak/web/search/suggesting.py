"""`/zoeken/aanvullen`: what the search box offers while someone types, for the script below it."""

import structlog
from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.indexing.completing import complete
from samenspraak.search.completing import Completion, CompletionKind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.settings import LIMITS
from samenspraak.web.search.blueprint import blueprint
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import services, session, thesaurus, viewer
from samenspraak.web.shell.fields import clean

SHORTEST = 2

_log = structlog.get_logger()


@blueprint.get("/zoeken/aanvullen")
@everyone
def suggest() -> ResponseReturnValue:
    """Return what someone may be typing, as JSON: what is told of it, and options of a label, a kind and an address."""
    offered = _offered(clean(request.args.get("q"))[: LIMITS.query_length])
    told = ngettext("%(num)s suggestie.", "%(num)s suggesties.", len(offered)) + " " + _("Kies met de pijltjes.")
    return {"told": told if offered else _("Geen suggesties."), "options": [_option(each) for each in offered]}


def _offered(typed: str) -> list[Completion]:
    if len(typed) < SHORTEST:
        return []
    try:
        return complete(session(), services().index, viewer(), typed, thesaurus())
    except IndexBroken as error:
        _log.warning("no index", error=str(error))
        return []


def _option(offered: Completion) -> dict[str, str]:
    label = offered.text
    match offered.kind:
        case CompletionKind.QUESTION:
            kind, url = _("Vraag"), url_for("questions.show", question_id=offered.key)
        case CompletionKind.EXPERT:
            kind, url = _("Deskundige"), url_for("experts.show", person_id=offered.key)
        case CompletionKind.THEME:
            kind, url = _("Thema"), url_for("search.show", thema=offered.slug)
            if offered.name:
                label = _("%(theme)s (ook: %(name)s)", theme=offered.text, name=offered.name)
        case CompletionKind.WORD:
            kind, url = "", url_for("search.show", q=offered.text)
    return {"label": label, "kind": kind, "url": url}
