"""`flask calendar load`, and partnerships that get their region when they are imported."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from samenspraak.calendar.models import SchoolHoliday
from samenspraak.config import Settings
from samenspraak.core.db import SessionFactory
from samenspraak.factory import create_app
from samenspraak.people.kinds import Region
from samenspraak.people.models.organisation import Organisation
from tests.support.site import services_of


@pytest.mark.sqlite_only
def test_the_calendar_is_loaded_once_and_partnerships_are_placed(
    own_database_url: str, sessions: SessionFactory, tmp_path: Path
) -> None:
    app = create_app(Settings(mode="test", database_url=own_database_url, data_folder=tmp_path, log_level="ERROR"))
    cli, file = app.test_cli_runner(), tmp_path / "areas.csv"
    file.write_text("swv_code,sector,gemeenten\nPO2508,PO,Tiel\n")

    cli.invoke(args=["import", "partnerships", str(file)], catch_exceptions=False)
    first = cli.invoke(args=["calendar", "load"], catch_exceptions=False)
    second = cli.invoke(args=["calendar", "load"], catch_exceptions=False)
    third = cli.invoke(args=["calendar", "load", "--quiet"], catch_exceptions=False)

    assert first.output == "243 school holidays added, 0 partnerships placed in a region.\n"
    assert second.output == "0 school holidays added, 0 partnerships placed in a region.\n"
    assert third.output == ""
    with sessions() as session:
        assert session.scalars(select(Organisation.holiday_region)).one() is Region.MIDDLE
        assert session.scalar(select(func.count()).select_from(SchoolHoliday)) == 243
    services_of(app).engine.dispose()
