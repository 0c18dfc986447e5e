"""Whatever is killed, and whenever: what was acknowledged is there once, and no mail is sent twice.

One person asks and invites over HTTP, and sends a form again until it is acknowledged; meanwhile the worker, the web
server or the whole platform is killed at moments drawn from a seed.
"""

import dataclasses
import random
import threading
import uuid
from collections import Counter
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path

import pysqlite3.dbapi2
import pytest
from sqlalchemy import func, select

from samenspraak.core import outbox
from samenspraak.core.db import SessionFactory, reading
from samenspraak.core.outbox import OutboxRow
from samenspraak.notifications.models import Mail, MailState, Notice, NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.people.passwords import hash_password
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation
from samenspraak.search.document import Kind
from samenspraak.search.index import Index
from tests.factories.people import make_expert, make_person, make_theme
from tests.support.depth import is_deep
from tests.support.mail_server import MailServer, free_port, mail_server
from tests.support.served import Answer, Browser, Served
from tests.support.waiting import eventually

__all__ = ["mail_server"]

SEED = 2013
ROUNDS = 100 if is_deep() else 10
PASSWORD = "potlood gum liniaal"
VICTIMS = (["worker"] * 4 + ["web"] * 5 + ["supervisor"]) * (ROUNDS // 10)


@dataclasses.dataclass(frozen=True)
class Cast:
    """Who takes part: one who asks, on behalf of whom, about what, and the experts who are invited in turn."""

    email: str
    organisation_id: int
    theme_id: int
    expert_ids: tuple[int, ...]


class Asker(threading.Thread):
    """Asks and invites without end; keeps what was acknowledged."""

    def __init__(self, url: str, cast: Cast) -> None:
        super().__init__()
        self.acknowledged: list[str] = []
        self.invited: list[str] = []
        self.fault: BaseException | None = None
        self._cast = cast
        self._browser = Browser(url)
        self._browser.sign_in(cast.email, PASSWORD)
        self._ends = threading.Event()

    def run(self) -> None:
        """Go on until told to end."""
        try:
            while not self._ends.is_set():
                self._ask_and_invite()
        except BaseException as fault:  # noqa: BLE001 - told to the test
            self.fault = fault

    def end(self) -> None:
        """Finish what is being sent."""
        self._ends.set()
        self.join(timeout=30)
        if self.fault:
            raise self.fault

    def _ask_and_invite(self) -> None:
        title = f"Wie betaalt het vervoer? {uuid.uuid4().hex}"
        question = {
            "title": title,
            "body": "De passende plek is ver weg.",
            "themes": self._cast.theme_id,
            "sector": "po",
            "visibility": "signed_in",
            "organisation_id": self._cast.organisation_id,
            "submission": title,
            "confirmed": "1",
        }
        answer = self._until_acknowledged("/vragen/nieuw", question)
        self.acknowledged.append(title)
        number = int(next(part for part in answer.location.split("/") if part.isdigit()))
        expert = self._cast.expert_ids[len(self.invited) % len(self._cast.expert_ids)]
        self._until_acknowledged(f"/vragen/{number}/deskundigen", {"experts": expert, "note": ""})
        self.invited.append(title)

    def _until_acknowledged(self, path: str, form: dict[str, object]) -> Answer:
        """Send a form, again after whatever may have lost it, as someone does who sees an error page."""
        answers: list[Answer] = []
        eventually(lambda: self._sent(path, form, answers), f"{path} is acknowledged", 30)
        assert answers[-1].status == 303, answers[-1]
        return answers[-1]

    def _sent(self, path: str, form: dict[str, object], answers: list[Answer]) -> bool:
        try:
            answers.append(self._browser.post(path, form))
        except (OSError, HTTPException):  # HTTPException: killed in the midst of its answer
            return False
        return answers[-1].status < 500


@pytest.fixture
def cast(sessions: SessionFactory) -> Cast:
    with sessions.begin() as session:
        asker = make_person(session, Role.COORDINATOR)
        asker.password_hash = hash_password(PASSWORD)
        experts = [make_expert(session, weekly_capacity=20) for _ in range(20)]
        return Cast(
            asker.email,
            asker.assignments[0].organisation_id,
            make_theme(session).id,
            tuple(expert.id for expert in experts),
        )


@pytest.fixture
def served(own_database_url: str, tmp_path: Path, mail_server: MailServer) -> Iterator[Served]:
    served = Served(
        free_port(),
        tmp_path,
        database_url=own_database_url,
        mode="test",
        mail="smtp",
        smtp_port=str(mail_server.port),
    )
    served.start()
    yield served
    served.stop()
    assert served.pids() == []


@pytest.mark.sqlite_only
def test_nothing_acknowledged_is_lost_and_no_mail_is_sent_twice(
    served: Served, cast: Cast, sessions: SessionFactory, mail_server: MailServer, tmp_path: Path
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same moments each run
    victims = chance.sample(VICTIMS, ROUNDS)
    asker = Asker(served.url, cast)
    asker.start()
    for victim in victims:
        done = len(asker.invited)
        eventually(lambda done=done: asker.fault or len(asker.invited) > done, "work goes on", 30)
        threading.Event().wait(chance.uniform(0, 0.25))
        served.kill(victim)
    asker.end()
    eventually(lambda: is_drained(sessions), "the outbox is drained", 40)

    assert len(asker.acknowledged) > ROUNDS
    check_questions(sessions, asker)
    check_mails(sessions, mail_server)
    check_database_and_index(sessions, tmp_path)


def is_drained(sessions: SessionFactory) -> bool:
    with reading(sessions) as session:
        return outbox.count_waiting(session) == 0


def check_questions(sessions: SessionFactory, asker: Asker) -> None:
    """Each question that was acknowledged is there once, and each that was invited for told its expert once."""
    with reading(sessions) as session:
        titles = Counter(session.scalars(select(Question.title)))
        invited = Counter(session.scalars(select(Question.title).join(Invitation).where(Invitation.invited_at)))
        told = Counter(
            session.scalars(
                select(Question.title)
                .join(Notice, Notice.question_id == Question.id)
                .where(Notice.kind == NoticeKind.INVITED)
            )
        )
        parked = session.scalar(select(func.count()).where(OutboxRow.parked_at.is_not(None)))
    assert set(titles.values()) == {1}
    assert set(asker.acknowledged) <= set(titles)
    assert set(asker.invited) <= set(invited)
    assert told == invited
    assert parked == 0


def check_mails(sessions: SessionFactory, server: MailServer) -> None:
    """Each mail arrived at most once; what did not arrive is known to be uncertain. Each invitation has its mail."""
    with reading(sessions) as session:
        mails = {row.message_id: row.state for row in session.execute(select(Mail.message_id, Mail.state))}
        of_invitations = session.scalar(select(func.count()).where(Mail.cause.startswith("invited:")))
        invitations = session.scalar(select(func.count()).where(Invitation.invited_at.is_not(None)))
    arrived = Counter(message_id.strip("<>").partition("@")[0] for message_id in server.ids)
    sent = {key for key, state in mails.items() if state is MailState.SENT}
    uncertain = {key for key, state in mails.items() if state is MailState.UNCERTAIN}
    assert of_invitations == invitations
    assert set(arrived.values()) == {1}
    assert sent | uncertain == set(mails)
    assert sent <= set(arrived) <= set(mails)


def check_database_and_index(sessions: SessionFactory, folder: Path) -> None:
    """The file is whole, and every question is found in the index."""
    with reading(sessions) as session:
        keys = set(session.scalars(select(Question.id)))
    assert set(Index(folder / "index").versions(Kind.QUESTION)) == keys
    connection = pysqlite3.dbapi2.connect(folder / "test.db")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
