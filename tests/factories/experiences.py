"""Makes what partnerships worked out for tests, straight in the table: no event."""

import itertools
from collections.abc import Sequence
from typing import Any

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.themes.models import Theme
from tests.factories.people import make_organisation, make_person
from tests.support.site import NOON

_numbers = itertools.count(1)


def make_experience(
    session: Session,
    organisation: Organisation | None = None,
    *,
    by: Person | None = None,
    themes: Sequence[Theme] = (),
    **values: Any,
) -> Experience:
    """Make something that a partnership worked out, at noon, open to contact."""
    organisation = organisation or make_organisation(session)
    by = by or make_person(session, organisation=organisation)
    given = {
        "title": f"Een loket voor ouders {next(_numbers)}",
        "body": "Ouders bellen één nummer.",
        "is_open_to_contact": True,
        "added_at": NOON,
        "updated_at": NOON,
    } | values
    experience = Experience(
        organisation_id=organisation.id,
        organisation=organisation,
        themes=list(themes),
        written_by_id=by.id,
        version=1,
        **given,
    )
    session.add(experience)
    session.flush()
    return experience
