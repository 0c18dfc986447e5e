"""Requests at the same moment, through the whole application, in real threads on a database that commits."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from samenspraak.config import Settings
from samenspraak.core.db import Session
from samenspraak.core.tokens import hash_token
from samenspraak.factory import create_app
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import LoginSession, Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.models.answer import Answer, EarlierText, HelpfulVote
from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import InvitationStep
from samenspraak.services import Services
from tests.factories.people import make_expert, make_organisation, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON

LATER = NOON.replace(year=2033)


class Crowd:
    """The application, and browsers that send at the same moment."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.services: Services = app.extensions["samenspraak"]

    def arrange(self, make: Callable[[Session], Any]) -> Any:
        """Make something and commit it."""
        with self.services.sessions() as session:
            made = make(session)
            session.commit()
            return made

    def count(self, *where: Any) -> int:
        """Count rows."""
        with self.services.sessions() as session:
            return session.scalar(select(func.count()).where(*where)) or 0

    def send(self, person: Person, *forms: tuple[str, dict[str, Any]]) -> list[int]:
        """Send forms at once, each from a browser of its own of the same person; return the statuses in order."""
        browsers = [self._browser(person, number) for number in range(len(forms))]
        together, statuses = threading.Barrier(len(forms)), [0] * len(forms)

        def run(number: int) -> None:
            client, token = browsers[number]
            path, data = forms[number]
            together.wait()
            statuses[number] = client.post(path, data=data, headers={"X-CSRFToken": token}).status_code

        threads = [threading.Thread(target=run, args=(number,)) for number in range(len(forms))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        return statuses

    def _browser(self, person: Person, number: int) -> tuple[FlaskClient, str]:
        client, token = self.app.test_client(), f"{person.id}-{number}"
        values = {"person_id": person.id, "created_at": NOON, "expires_at": LATER}
        self.arrange(lambda session: session.merge(LoginSession(token_hash=hash_token(token), **values)))
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
        page = client.get("/toegankelijkheid").text
        return client, page.partition('name="csrf-token" content="')[2].partition('"')[0]


@pytest.fixture
def crowd(own_database_url: str, tmp_path: Path) -> Iterator[Crowd]:
    """The application on a database of its own."""
    settings = Settings(mode="test", database_url=own_database_url, data_folder=tmp_path, log_level="ERROR")
    app = create_app(settings, clock=lambda: NOON)
    yield Crowd(app)
    app.extensions["samenspraak"].engine.dispose()


def test_the_same_form_sent_twelve_times_at_once_asks_once(crowd: Crowd) -> None:
    asker = crowd.arrange(lambda session: make_person(session, Role.COORDINATOR))
    theme = crowd.arrange(make_theme)
    form = {"title": "Wie betaalt?", "body": "Vervoer.", "themes": theme.id, "submission": "een", "confirmed": "1"}
    form |= {"sector": "po", "visibility": "public"}

    assert crowd.send(asker, *[("/vragen/nieuw", form)] * 12) == [303] * 12
    assert crowd.count(Question.id > 0) == 1


def test_the_same_answer_sent_at_once_is_given_once(crowd: Crowd) -> None:
    question = crowd.arrange(make_question)
    expert = crowd.arrange(make_expert)
    form = {"body": "De gemeente.", "submission": "een"}

    assert crowd.send(expert, *[(f"/vragen/{question.id}/antwoorden", form)] * 6) == [303] * 6
    assert crowd.count(Answer.id > 0) == 1


def test_of_two_who_change_the_same_answer_one_sees_what_the_other_wrote(crowd: Crowd) -> None:
    expert = crowd.arrange(make_expert)
    answer = crowd.arrange(
        lambda session: make_answer(session, make_question(session), author=session.get_one(Person, expert.id))
    )
    forms = [
        (f"/antwoorden/{answer.id}/bewerken", {"body": f"Versie {number}.", "seen": answer.sign}) for number in range(4)
    ]

    assert sorted(crowd.send(expert, *forms)) == [303, 422, 422, 422]
    assert crowd.count(EarlierText.answer_id == answer.id) == 1


def test_of_two_who_change_the_same_profile_one_sees_what_the_other_wrote(crowd: Crowd) -> None:
    expert = crowd.arrange(make_expert)
    form = {"headline": "Adviseur", "expertise": "Veel.", "sector": "po", "weekly_capacity": "3", "version": "1"}

    statuses = crowd.send(expert, *[(f"/deskundigen/{expert.id}/bewerken", form)] * 4)

    assert sorted(statuses) == [303, 422, 422, 422]


def test_accepting_twice_and_withdrawing_at_once_is_no_fault(crowd: Crowd) -> None:
    expert = crowd.arrange(make_expert)
    invitation = crowd.arrange(lambda session: make_invited(session, make_question(session), expert))

    statuses = crowd.send(expert, *[(f"/uitnodigingen/{invitation.id}/aannemen", {})] * 4)

    assert statuses == [303] * 4
    assert crowd.count(InvitationStep.invitation_id == invitation.id) == 3


def test_of_accepting_two_answers_at_once_one_stands(crowd: Crowd) -> None:
    question = crowd.arrange(make_question)
    answers = [crowd.arrange(lambda session: make_answer(session, session.merge(question))) for _ in range(3)]

    statuses = crowd.send(question.asker, *((f"/antwoorden/{each.id}/accepteren", {}) for each in answers * 2))

    assert statuses == [303] * 6


def test_of_voting_and_taking_it_back_at_once_one_vote_stands_at_most(crowd: Crowd) -> None:
    answer = crowd.arrange(lambda session: make_answer(session, make_question(session)))
    reader = crowd.arrange(make_person)
    address = f"/antwoorden/{answer.id}/nuttig"

    assert crowd.send(reader, *[(address, {"helpful": "yes"})] * 6) == [303] * 6
    assert crowd.count(HelpfulVote.answer_id == answer.id) == 1
    assert crowd.send(reader, *[(address, {"helpful": "no"}), (address, {"helpful": "yes"})] * 3) == [303] * 6
    assert crowd.count(HelpfulVote.answer_id == answer.id) <= 1


def test_the_same_address_invited_at_once_is_one_account(crowd: Crowd) -> None:
    administrator = crowd.arrange(lambda session: make_person(session, Role.ADMINISTRATOR))
    organisation = crowd.arrange(make_organisation)
    form = {"name": "Nieuw", "email": "nieuw@voorbeeld.test", "organisation": organisation.id, "role": "member"}
    form |= {"group": ""}

    statuses = crowd.send(administrator, *[("/beheer/accounts/nieuw", form)] * 4)

    assert sorted(statuses) == [303, 422, 422, 422]
    assert crowd.count(Person.email == "nieuw@voorbeeld.test") == 1


def test_two_accounts_that_take_the_same_address_at_once_do_not_share_it(crowd: Crowd) -> None:
    administrator = crowd.arrange(lambda session: make_person(session, Role.ADMINISTRATOR))
    people = [crowd.arrange(make_person) for _ in range(3)]
    form = {"name": "Zelfde", "email": "zelfde@voorbeeld.test"}

    statuses = crowd.send(administrator, *((f"/beheer/accounts/{each.id}", form) for each in people))

    assert sorted(statuses) == [303, 422, 422]


def test_the_same_code_entered_at_once_is_one_organisation(crowd: Crowd) -> None:
    administrator = crowd.arrange(lambda session: make_person(session, Role.ADMINISTRATOR))
    form = {"kind": "partnership", "name": "Verband", "code": "PO2601", "sector": "po", "is_active": "y"}

    statuses = crowd.send(administrator, *[("/beheer/organisaties/nieuw", form)] * 4)

    assert sorted(statuses) == [303, 422, 422, 422]
    assert crowd.count(Organisation.code == "PO2601") == 1


def test_the_same_role_given_at_once_is_no_fault(crowd: Crowd) -> None:
    administrator = crowd.arrange(lambda session: make_person(session, Role.ADMINISTRATOR))
    person, organisation = crowd.arrange(make_person), crowd.arrange(make_organisation)
    form = {"organisation": organisation.id, "role": "expert", "group": "independent"}

    assert crowd.send(administrator, *[(f"/beheer/accounts/{person.id}/rollen", form)] * 4) == [303] * 4
