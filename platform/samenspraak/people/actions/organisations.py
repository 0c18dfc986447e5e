"""Adding and changing organisations."""

import dataclasses
import datetime as dt

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Facts
from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Invalid
from samenspraak.core.events import record
from samenspraak.people.events import ExperienceChanged, ProfileChanged
from samenspraak.people.kinds import OrganisationKind, Region, Sector
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.people.partnership_codes import is_code, normal_code
from samenspraak.people.queries.organisations import find_organisation


@dataclasses.dataclass(frozen=True)
class OrganisationDraft:
    """What an administrator enters of an organisation; only partnerships have a code."""

    kind: OrganisationKind
    name: str
    code: str = ""
    sector: Sector | None = None
    province: str = ""
    municipalities: tuple[str, ...] = ()
    holiday_region: Region | None = None
    is_active: bool = True


def add_organisation(session: Session, by_id: int | None, draft: OrganisationDraft, now: dt.datetime) -> Organisation:
    """Add an organisation; refuse (`Invalid`) a code that is wrong or taken, and no name where there is no code."""
    organisation = enter_organisation(session, draft)
    after = {"kind": draft.kind.value, "is_active": draft.is_active}
    record_act(session, Act.ORGANISATION_ADDED, by_id, Thing.ORGANISATION, organisation.id, now, after=after)
    return organisation


def enter_organisation(session: Session, draft: OrganisationDraft) -> Organisation:
    """Add an organisation under the same rules, as a part of an act that its caller records."""
    organisation = Organisation()
    _fill(session, organisation, draft)
    with unless_taken(session, Invalid("code", "code-taken")):
        session.add(organisation)
    return organisation


def ministry_named(session: Session, by_id: int | None, name: str, now: dt.datetime) -> Organisation:
    """Return the ministry of this name, which is added when it is not there yet."""
    found = session.scalar(
        select(Organisation).where(Organisation.kind == OrganisationKind.MINISTRY, Organisation.name == name)
    )
    return found or add_organisation(session, by_id, OrganisationDraft(OrganisationKind.MINISTRY, name), now)


def edit_organisation(
    session: Session, by_id: int | None, organisation_id: int, draft: OrganisationDraft, now: dt.datetime
) -> Organisation:
    """Change an organisation, under the same rules.

    The profiles of its experts and what it worked out show it, so they changed too.
    """
    organisation = find_organisation(session, organisation_id)
    before = _values(organisation)
    with unless_taken(session, Invalid("code", "code-taken")):
        _fill(session, organisation, draft)
    experts = select(ExpertProfile.person_id).where(ExpertProfile.organisation_id == organisation_id)
    for person_id in session.scalars(experts):
        record(session, ProfileChanged(person_id))
    for experience_id in session.scalars(select(Experience.id).where(Experience.organisation_id == organisation_id)):
        record(session, ExperienceChanged(experience_id))
    changed = [name for name, value in _values(organisation).items() if value != before[name]]
    if changed:
        after: Facts = {"changed": changed, "is_active": organisation.is_active}
        record_act(session, Act.ORGANISATION_CHANGED, by_id, Thing.ORGANISATION, organisation_id, now, after=after)
    return organisation


def _values(organisation: Organisation) -> dict[str, object]:
    return {field.name: getattr(organisation, field.name) for field in dataclasses.fields(OrganisationDraft)}


def _fill(session: Session, organisation: Organisation, draft: OrganisationDraft) -> None:
    code = normal_code(draft.code) or None
    if code and (draft.kind is not OrganisationKind.PARTNERSHIP or not is_code(code)):
        raise Invalid("code", "no-code")
    if not code and not draft.name:
        raise Invalid("name", "no-name")
    if code and session.scalar(
        select(Organisation.id).where(Organisation.code == code, Organisation.id != (organisation.id or 0))
    ):
        raise Invalid("code", "code-taken")
    organisation.kind = draft.kind
    organisation.name = draft.name
    organisation.code = code
    organisation.sector = draft.sector
    organisation.province = draft.province
    organisation.municipalities = list(draft.municipalities)
    organisation.holiday_region = draft.holiday_region
    organisation.is_active = draft.is_active
