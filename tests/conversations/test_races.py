"""Both agree, or both propose, at the same moment: it is made once, and one proposal stands."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import func, select

from samenspraak.conversations.actions import agree, propose
from samenspraak.conversations.kinds import IntroductionState
from samenspraak.conversations.models import Introduction
from samenspraak.core.db import Session, SessionFactory
from samenspraak.core.errors import Conflict
from samenspraak.core.events import unit_of_work
from samenspraak.notifications.models import Mail
from samenspraak.people.kinds import Role
from samenspraak.wiring import WIRING
from tests.factories.introductions import draft_between, make_coordinator, make_introduction
from tests.factories.people import make_person, viewer
from tests.support.site import NOON


def at_once(sessions: SessionFactory, *acts: Callable[[Session], object]) -> list[bool]:
    """Do these in units of their own at the same moment; return which of them came to something."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[Session], object]) -> bool:
        barrier.wait()
        try:
            with unit_of_work(sessions, WIRING, lambda: NOON) as session:
                act(session)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_both_agree_at_once(sessions: SessionFactory) -> None:
    with sessions() as session:
        one, other = make_coordinator(session), make_coordinator(session)
        introduction_id = make_introduction(session, one, other, by=make_person(session, Role.MODERATOR)).id
        session.commit()
        viewers = [viewer(one), viewer(other)]

    done = at_once(
        sessions,
        lambda session: agree(session, viewers[0], introduction_id, NOON),
        lambda session: agree(session, viewers[1], introduction_id, NOON),
    )

    assert done == [True, True]
    with sessions() as session:
        assert session.get_one(Introduction, introduction_id).state is IntroductionState.MADE
        made = select(func.count()).where(Mail.cause == f"introduction:{introduction_id}:made")
        assert session.scalar(made) == 2


def test_both_propose_at_once(sessions: SessionFactory) -> None:
    with sessions() as session:
        one, other = make_coordinator(session), make_coordinator(session)
        session.commit()
        drafts = [draft_between(session, one, other), draft_between(session, other, one)]
        viewers = [viewer(one), viewer(other)]

    done = at_once(
        sessions,
        lambda session: propose(session, viewers[0], drafts[0], NOON),
        lambda session: propose(session, viewers[1], drafts[1], NOON),
    )

    assert sorted(done) == [False, True]
    with sessions() as session:
        assert session.scalar(select(func.count()).select_from(Introduction)) == 1
