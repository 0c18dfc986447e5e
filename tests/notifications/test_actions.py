"""Reading what one was told."""

import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.notifications.actions import mark_all_read, mark_read
from samenspraak.notifications.queries.notices import count_unread
from tests.factories.notices import make_notice
from tests.factories.people import make_person, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON


def test_a_notice_keeps_the_moment_at_which_it_was_read(session: Session) -> None:
    person = make_person(session)
    notice = make_notice(session, person, make_question(session))

    mark_read(session, viewer(person), notice.id, NOON)
    mark_read(session, viewer(person), notice.id, NOON + dt.timedelta(hours=1))

    assert notice.read_at == NOON


def test_nobody_reads_what_another_was_told(session: Session) -> None:
    notice = make_notice(session, make_person(session), make_question(session))

    with pytest.raises(NotFound):
        mark_read(session, viewer(make_person(session)), notice.id, NOON)
    with pytest.raises(NotFound):
        mark_read(session, viewer(make_person(session)), notice.id + 1, NOON)


def test_what_comes_after_the_page_was_shown_stays_new(session: Session) -> None:
    person, other, question = make_person(session), make_person(session), make_question(session)
    last = [make_notice(session, person, question) for _ in range(3)][1]
    make_notice(session, other, question)

    assert mark_all_read(session, viewer(person), last.id, NOON) == 2
    assert count_unread(session, viewer(person)) == 1
    assert mark_all_read(session, viewer(other), 2_147_483_647, NOON) == 1
