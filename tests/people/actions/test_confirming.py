"""Experts are asked twice a year, each exactly once, however many workers ask."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from samenspraak.core.db import Session, SessionFactory
from samenspraak.core.events import unit_of_work
from samenspraak.notifications.models import Mail, Notice, NoticeKind
from samenspraak.people.actions.confirming import HALF_A_YEAR, ask_to_confirm, confirm_profile
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.wiring import WIRING
from tests.factories.people import make_expert, viewer
from tests.support.site import NOON

DAY = dt.timedelta(days=1)
LONG_AGO = NOON - HALF_A_YEAR


def asked_at(session: Session, expert: Person) -> dt.datetime | None:
    session.expire_all()
    return session.get_one(ExpertProfile, expert.id).asked_to_confirm_at


def test_a_profile_of_half_a_year_ago_is_asked_about_once_in_half_a_year(session: Session) -> None:
    expert = make_expert(session, updated_at=LONG_AGO)
    assert ask_to_confirm(session, NOON) == 1
    assert asked_at(session, expert) == NOON
    assert ask_to_confirm(session, NOON + HALF_A_YEAR - DAY) == 0
    assert ask_to_confirm(session, NOON + HALF_A_YEAR) == 1


def test_who_confirmed_or_changed_it_lately_is_left_in_peace(session: Session) -> None:
    confirmed = make_expert(session, updated_at=LONG_AGO)
    confirm_profile(session, viewer(confirmed), confirmed.id, NOON - DAY)
    make_expert(session, updated_at=NOON - DAY)
    assert ask_to_confirm(session, NOON) == 0
    assert ask_to_confirm(session, NOON - DAY + HALF_A_YEAR) == 2


def test_nobody_is_asked_whose_profile_is_not_listed_or_whose_account_is_closed(session: Session) -> None:
    make_expert(session, updated_at=LONG_AGO, is_listed=False)
    make_expert(session, updated_at=LONG_AGO).is_active = False
    session.flush()
    assert ask_to_confirm(session, NOON) == 0


def test_of_two_workers_at_once_each_expert_gets_one_notice_and_one_mail(sessions: SessionFactory) -> None:
    with sessions() as session:
        for _number in range(20):
            make_expert(session, updated_at=LONG_AGO)
        session.commit()

    def ask(_worker: int) -> int:
        with unit_of_work(sessions, WIRING, lambda: NOON) as session:
            return ask_to_confirm(session, NOON)

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(ask, range(4))) == 20
    with sessions() as session:
        told = select(func.count()).where(Notice.kind == NoticeKind.PROFILE_TO_CONFIRM)
        assert session.scalar(told) == 20
        assert session.scalar(select(func.count()).select_from(Mail)) == 20
