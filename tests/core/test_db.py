"""The database: moments keep their zone, units that write wait for each other, constraints hold."""

import datetime as dt
import threading

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError

from samenspraak.core.db import Session, SessionFactory, answers, reading
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.account import Attempt
from samenspraak.people.models.organisation import Organisation


def test_a_moment_comes_back_in_utc(session: Session) -> None:
    summer = dt.datetime(2013, 7, 1, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    session.add(Attempt(subject="log-in", at=summer))
    session.flush()
    session.expire_all()

    found = session.scalars(select(Attempt.at)).one()

    assert found == summer
    assert found.utcoffset() == dt.timedelta(0)


def test_a_moment_without_zone_is_refused(session: Session) -> None:
    session.add(Attempt(subject="log-in", at=dt.datetime(2013, 7, 1)))  # noqa: DTZ001 - that is the subject

    with pytest.raises(StatementError, match="no time zone"):
        session.flush()


def test_an_enum_is_stored_by_its_value_and_others_are_refused(session: Session) -> None:
    session.add(Organisation(kind=OrganisationKind.PARTNERSHIP, name="Verband"))
    session.flush()

    assert session.execute(text("SELECT kind FROM organisation")).scalar_one() == "partnership"
    with pytest.raises(IntegrityError):
        session.execute(text("UPDATE organisation SET kind = 'club'"))


def test_a_foreign_key_must_exist(session: Session) -> None:
    with pytest.raises(IntegrityError):
        session.execute(text("INSERT INTO expert_theme (person_id, theme_id) VALUES (1, 1)"))


def test_units_that_read_and_then_write_wait_for_each_other(sessions: SessionFactory) -> None:
    with sessions.begin() as session:
        session.add(Organisation(kind=OrganisationKind.PARTNERSHIP, name="0"))

    def count_up() -> None:
        for _ in range(10):
            with sessions.begin() as session:
                row = session.scalars(select(Organisation).with_for_update()).one()
                row.name = str(int(row.name) + 1)

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with reading(sessions) as session:
        assert session.scalars(select(Organisation.name)).one() == "40"


def test_a_reading_session_keeps_nothing(sessions: SessionFactory) -> None:
    with reading(sessions) as session:
        session.add(Organisation(kind=OrganisationKind.PARTNERSHIP, name="vergeten"))
        session.flush()

    with reading(sessions) as session:
        assert session.scalars(select(Organisation)).all() == []
        assert answers(session)
