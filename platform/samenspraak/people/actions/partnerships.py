"""Taking over the areas of partnerships from a file that was read."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.partnership_file import Area


@dataclass
class Taken:
    """How many partnerships were new, changed, or as they were."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


def import_partnerships(session: Session, areas: Iterable[Area]) -> Taken:
    """Add or change partnerships by their code. A name that stands is kept, nothing is removed, twice is once."""
    known = {
        organisation.code: organisation
        for organisation in session.scalars(select(Organisation).where(Organisation.code.is_not(None)))
    }
    taken = Taken()
    for area in areas:
        organisation = known.get(area.code)
        if organisation is None:
            session.add(_new(area))
            taken.new += 1
        elif _change(organisation, area):
            taken.changed += 1
        else:
            taken.unchanged += 1
    session.flush()
    return taken


def _new(area: Area) -> Organisation:
    return Organisation(
        kind=OrganisationKind.PARTNERSHIP,
        code=area.code,
        name=area.name,
        sector=area.sector,
        province=area.province,
        municipalities=area.municipalities,
    )


def _change(organisation: Organisation, area: Area) -> bool:
    before = _values(organisation)
    organisation.name = organisation.name or area.name
    organisation.sector = area.sector
    organisation.province = area.province or organisation.province
    added = [name for name in area.municipalities if name not in organisation.municipalities]
    organisation.municipalities = area.whole_list or [*organisation.municipalities, *added]
    return _values(organisation) != before


def _values(organisation: Organisation) -> tuple[object, ...]:
    return organisation.name, organisation.sector, organisation.province, list(organisation.municipalities)
