"""`flask people`: the first administrator of an installation is invited from the command line."""

from pathlib import Path

import pytest
from sqlalchemy import select

from samenspraak.config import Settings
from samenspraak.core.db import reading
from samenspraak.factory import create_app
from samenspraak.notifications.models import Mail
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.organisation import Organisation
from tests.support.site import services_of

pytestmark = pytest.mark.sqlite_only


def test_an_administrator_is_invited_once(own_database_url: str, tmp_path: Path) -> None:
    app = create_app(Settings(mode="test", database_url=own_database_url, data_folder=tmp_path, log_level="ERROR"))
    services = services_of(app)
    arguments = ["people", "invite-administrator", "Bea Beheer", "Bea@ministerie.test"]

    first = app.test_cli_runner().invoke(args=arguments)
    second = app.test_cli_runner().invoke(args=arguments)

    assert first.exit_code == 0, first.output
    assert second.exit_code == 1
    assert "address-taken" in second.output
    with reading(services.sessions) as session:
        assert session.scalars(select(Person.email)).all() == ["bea@ministerie.test"]
        assert session.scalars(select(RoleAssignment.role)).all() == [Role.ADMINISTRATOR]
        assert session.scalars(select(Organisation.kind)).all() == [OrganisationKind.MINISTRY]
        assert session.scalars(select(Mail.recipient)).all() == ["bea@ministerie.test"]
    services.engine.dispose()
