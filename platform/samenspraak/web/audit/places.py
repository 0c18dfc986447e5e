"""Where someone finds what an act was done to: only pages that they may open."""

from flask import url_for

from samenspraak.audit.kinds import Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.people.rules import Viewer
from samenspraak.web.audit.naming import Names, question_of


def place_of(entry: AuditEntry, names: Names, who: Viewer) -> str:
    """Return an address, empty when there is none for who looks."""
    question_id = question_of(entry)
    if question_id is not None:
        return url_for("questions.show", question_id=question_id) if question_id in names.questions else ""
    if entry.thing == Thing.THEME:
        return url_for("standings.spokespeople") if who.is_moderator or who.is_administrator else ""
    if entry.thing == Thing.ARTICLE:
        return url_for("knowledge.by_id", article_id=entry.thing_id) if who.is_moderator else ""
    if entry.thing == Thing.DESK:
        return url_for("desks.agreement", desk_id=entry.thing_id)
    return _of_administration(entry, names) if who.is_administrator else ""


def _of_administration(entry: AuditEntry, names: Names) -> str:
    match entry.thing:
        case Thing.PERSON if entry.thing_id in names.people:
            return url_for("administration.account", person_id=entry.thing_id)
        case Thing.ORGANISATION if entry.thing_id in names.organisations:
            return url_for("administration.organisation", organisation_id=entry.thing_id)
        case Thing.HOLIDAY:
            facts = (entry.before or {}) | (entry.after or {})
            return url_for("administration.holidays", schooljaar=facts["school_year"])
        case Thing.RULE:
            return url_for("administration.ranking")
        case _:
            return ""
