"""`flask import partnerships`, on small files and on the regulation's own areas in four shapes (tests/data)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import func, select

from samenspraak.config import Settings
from samenspraak.core.db import SessionFactory
from samenspraak.factory import create_app
from samenspraak.people.models.organisation import Organisation
from tests.support.site import services_of

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT / "tests" / "data" / "partnerships"
DEMONSTRATION = ROOT / "platform" / "samenspraak" / "demonstration" / "content" / "partnerships.csv"
DERIVED = (
    "swv_code,sector,provincie,grootste_gemeente,gemeenten\n"
    "PO2001,PO,Groningen,Groningen,Groningen; Haren\n"
    "bogus,PO,Groningen,Groningen,Groningen\n"
)


@pytest.fixture
def cli(own_database_url: str, tmp_path: Path) -> Iterator[FlaskCliRunner]:
    settings = Settings(mode="test", database_url=own_database_url, data_folder=tmp_path, log_level="ERROR")
    app = create_app(settings)
    yield app.test_cli_runner()
    services_of(app).engine.dispose()


def test_a_file_is_taken_over_and_what_was_rejected_is_told(
    cli: FlaskCliRunner, sessions: SessionFactory, tmp_path: Path
) -> None:
    file = tmp_path / "areas.csv"
    file.write_text(DERIVED)

    first = cli.invoke(args=["import", "partnerships", str(file)])
    second = cli.invoke(args=["import", "partnerships", str(file)])

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stderr == "areas.csv, line 3: 'BOGUS' is no code of a partnership, such as PO2601\n"
    assert first.stdout == "areas.csv: 1 new, 0 changed, 0 unchanged, 1 lines rejected\n"
    assert second.stdout == "areas.csv: 0 new, 0 changed, 1 unchanged, 1 lines rejected\n"
    with sessions() as session:
        assert session.scalars(select(Organisation.municipalities)).one() == ["Groningen", "Haren"]


@pytest.mark.parametrize("text", ["", "naam,plaats\nx,y\n", "swv_code\nbogus\n"])
def test_a_file_of_which_nothing_can_be_read_fails(
    cli: FlaskCliRunner, sessions: SessionFactory, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "areas.csv"
    file.write_text(text)

    result = cli.invoke(args=["import", "partnerships", str(file)])

    assert result.exit_code == 1
    assert "areas.csv: no" in result.stderr
    with sessions() as session:
        assert session.scalar(select(func.count()).select_from(Organisation)) == 0


def test_a_file_that_is_not_there_is_named(cli: FlaskCliRunner) -> None:
    result = cli.invoke(args=["import", "partnerships", "nergens.csv"])

    assert result.exit_code == 2
    assert "nergens.csv" in result.stderr


def test_the_four_shapes_of_the_regulation_are_taken_over_together(
    cli: FlaskCliRunner, sessions: SessionFactory
) -> None:
    told = [
        cli.invoke(args=["import", "partnerships", str(file)]).stdout.partition(": ")[2].strip()
        for file in (
            DEMONSTRATION,
            DEMONSTRATION,
            REAL / "swv_gemeenten_2013-01-01.csv",
            REAL / "swv_gemeenten_2013-10-01.csv",
            REAL / "swv_gemeenten_2013-10-01.csv",
            REAL / "swv_postcodegebied_2015-04-23.csv",
        )
    ]

    assert told == [
        "150 new, 0 changed, 0 unchanged, 0 lines rejected",
        "0 new, 0 changed, 150 unchanged, 0 lines rejected",
        "0 new, 52 changed, 98 unchanged, 0 lines rejected",
        "0 new, 17 changed, 133 unchanged, 0 lines rejected",
        "0 new, 0 changed, 150 unchanged, 0 lines rejected",
        "0 new, 0 changed, 150 unchanged, 3 lines rejected",
    ]
    with sessions() as session:
        amsterdam = session.scalars(select(Organisation).where(Organisation.code == "PO2707")).one()
        assert amsterdam.municipalities[0] == "Amsterdam"
        assert amsterdam.province == "Noord-Holland"
