"""Several workers at once ask each asker once; and what a killed one did not finish, another asks."""

import threading
from contextlib import suppress

from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from samenspraak.core.db import SessionFactory
from samenspraak.core.events import unit_of_work
from samenspraak.notifications.models import Mail, Notice, NoticeKind
from samenspraak.questions.actions.impact import ask_for_impact
from samenspraak.questions.models.impact import Impact
from samenspraak.questions.uses import SIX_WEEKS
from samenspraak.wiring import WIRING
from tests.factories.questions import make_answer, make_question
from tests.support.depth import is_deep
from tests.support.site import NOON

QUESTIONS, WORKERS = (1_000, 4) if is_deep() else (25, 3)
DUE = NOON + SIX_WEEKS


def test_several_workers_ask_each_asker_once(sessions: SessionFactory) -> None:
    with sessions.begin() as session:
        for _number in range(QUESTIONS):
            make_answer(session, make_question(session), accepted=True)
    _be_killed(sessions)
    together = threading.Barrier(WORKERS)

    def work() -> None:
        together.wait()
        asked = 1
        while asked:
            with suppress(OperationalError), unit_of_work(sessions, WIRING, lambda: DUE) as session:  # too busy: again
                asked = ask_for_impact(session, DUE)

    workers = [threading.Thread(target=work) for _number in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(300)

    with sessions() as session:
        asked = select(func.count()).where(Notice.kind == NoticeKind.IMPACT_ASKED)
        assert session.scalar(select(func.count(Impact.question_id))) == QUESTIONS
        assert session.scalar(asked) == QUESTIONS
        assert session.scalar(select(func.count(Mail.id))) == QUESTIONS


def _be_killed(sessions: SessionFactory) -> None:
    """Leave in the middle of it, without a commit."""
    with sessions() as session:
        ask_for_impact(session, DUE)
        session.rollback()
