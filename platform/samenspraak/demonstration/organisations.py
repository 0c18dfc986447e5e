"""The organisations of the demonstration: the legal areas of partnerships, and everyone around them."""

from sqlalchemy import select

from samenspraak.calendar.actions.loading import load_calendar
from samenspraak.core.db import Session
from samenspraak.demonstration.content_files import areas, values
from samenspraak.people.actions.organisations import OrganisationDraft, enter_organisation
from samenspraak.people.actions.partnerships import import_partnerships
from samenspraak.people.kinds import OrganisationKind, Sector
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.partnership_file import read_partnerships
from samenspraak.routing.models.desk import Desk


def found_organisations(session: Session) -> dict[str, int]:
    """Add all organisations; return their ids by code, or by the key that the content knows them by."""
    import_partnerships(session, read_partnerships(areas()).areas)
    load_calendar(session)
    found = {code: key for code, key in session.execute(select(Organisation.code, Organisation.id)) if code}
    for each in values("organisations"):
        sector = Sector(each["sector"]) if "sector" in each else None
        draft = OrganisationDraft(kind=OrganisationKind(each["kind"]), name=each["name"], sector=sector)
        found[each["key"]] = enter_organisation(session, draft).id
        if "desk" in each:
            session.add(Desk(organisation_id=found[each["key"]], working_days_to_respond=each["desk"]))
    return found
