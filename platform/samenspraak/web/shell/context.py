"""What a view may ask of the request: the services, the session, the viewer, the moment, the words of the field."""

import datetime as dt

from flask import current_app, g, request
from flask_login import current_user

from samenspraak.core.db import Session, mark_as_reading
from samenspraak.people.rules import VISITOR, Viewer
from samenspraak.search.thesaurus import Thesaurus
from samenspraak.services import Services
from samenspraak.themes import queries

READS = frozenset({"GET", "HEAD", "OPTIONS"})


def services() -> Services:
    """Return what this process has open."""
    found: Services = current_app.extensions["samenspraak"]
    return found


def session() -> Session:
    """Return this request's database session, begun when first asked for; see `session.py` for when it is committed."""
    if "session" not in g:
        g.session = services().sessions()
        if request.method in READS:
            mark_as_reading(g.session)
    found: Session = g.session
    return found


def now() -> dt.datetime:
    """Return the moment of this request, one and the same throughout."""
    found: dt.datetime = g.now
    return found


def thesaurus() -> Thesaurus:
    """Return the words of the field, asked of the database once a request."""
    if "thesaurus" not in g:
        g.thesaurus = queries.thesaurus(session())
    found: Thesaurus = g.thesaurus
    return found


def viewer() -> Viewer:
    """Return who looks: a signed-in person, or the visitor."""
    if current_user.is_authenticated:
        found: Viewer = current_user.viewer
        return found
    return VISITOR
