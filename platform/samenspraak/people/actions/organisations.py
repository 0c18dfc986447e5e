"""Adding and changing organisations."""

import dataclasses

from sqlalchemy import select

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


def add_organisation(session: Session, draft: OrganisationDraft) -> Organisation:
    """Add an organisation; refuse (`Invalid`) a code that is wrong or taken, and no name where there is no code."""
    organisation = Organisation()
    _fill(session, organisation, draft)
    with unless_taken(session, Invalid("code", "code-taken")):
        session.add(organisation)
    return organisation


def ministry_named(session: Session, name: str) -> Organisation:
    """Return the ministry of this name, which is added when it is not there yet."""
    found = session.scalar(
        select(Organisation).where(Organisation.kind == OrganisationKind.MINISTRY, Organisation.name == name)
    )
    return found or add_organisation(session, OrganisationDraft(OrganisationKind.MINISTRY, name))


def edit_organisation(session: Session, organisation_id: int, draft: OrganisationDraft) -> Organisation:
    """Change an organisation, under the same rules.

    The profiles of its experts and what it worked out show it, so they changed too.
    """
    organisation = find_organisation(session, organisation_id)
    with unless_taken(session, Invalid("code", "code-taken")):
        _fill(session, organisation, draft)
    experts = select(ExpertProfile.person_id).where(ExpertProfile.organisation_id == organisation_id)
    for person_id in session.scalars(experts):
        record(session, ProfileChanged(person_id))
    for experience_id in session.scalars(select(Experience.id).where(Experience.organisation_id == organisation_id)):
        record(session, ExperienceChanged(experience_id))
    return organisation


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
