"""What is broken around the application: a locked database, one that is gone, an index full of rubbish."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import create_engine, select, text

from samenspraak.config import Settings
from samenspraak.core import db
from samenspraak.core.outbox import NotYet
from samenspraak.core.tokens import hash_token
from samenspraak.factory import create_app
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.letters import AcceptedLetter
from samenspraak.notifications.messages import letterhead
from samenspraak.notifications.models import Mail, MailState
from samenspraak.notifications.sending import Post, send_mail
from samenspraak.notifications.transports.choice import transport
from samenspraak.notifications.transports.folder import list_keys
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import LoginSession, Person
from samenspraak.questions.kinds import Visibility
from samenspraak.services import Services
from tests.factories.index import index_all
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site

TEXT = "Een lange tekst die niemand nog een keer wil typen."


@pytest.fixture
def browser(own_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Any, Any]]:
    """A signed-in browser of an application whose database gives up after half a second."""
    monkeypatch.setattr(db, "SQLITE_BUSY_SECONDS", 0.5)
    settings = Settings(mode="test", database_url=own_database_url, data_folder=tmp_path, log_level="ERROR")
    app = create_app(settings, clock=lambda: NOON)
    services: Services = app.extensions["samenspraak"]
    with services.sessions() as session:
        sign_in(session, make_person(session, Role.COORDINATOR))
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = "token"
    yield client, services
    services.engine.dispose()


def sign_in(session: db.Session, person: Person) -> None:
    """Make a session row for the token "token"."""
    later = NOON.replace(year=2033)
    row = LoginSession(token_hash=hash_token("token"), person_id=person.id, created_at=NOON, expires_at=later)
    session.add(row)
    session.commit()


def csrf_of(client: FlaskClient) -> str:
    """Return the token of this browser."""
    page = client.get("/toegankelijkheid").text
    return page.partition('name="csrf-token" content="')[2].partition('"')[0]


@pytest.mark.sqlite_only
def test_a_form_sent_to_a_locked_database_comes_back_with_its_text(browser: tuple[Any, Any]) -> None:
    client, services = browser
    token = csrf_of(client)
    with services.engine.connect() as other:
        other.execute(text("UPDATE theme SET label = label"))

        answer = client.post("/vragen/nieuw", data={"csrf_token": token, "body": TEXT})
        assert client.get("/vragen").status_code == 200, "reading goes on"

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "Content-Security-Policy" in answer.headers
    assert TEXT in answer.text


def test_a_database_that_is_gone_is_503_on_every_page_but_those_that_need_none(browser: tuple[Any, Any]) -> None:
    client, services = browser
    break_database(services)

    for path in ("/", "/vragen", "/vragen/1", "/zoeken?q=x", "/inloggen", "/bestaat-niet", "/account/openen/x"):
        answer = client.get(path)
        assert answer.status_code == 503, path
        assert answer.headers["Retry-After"] == "5"
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200
    with client.get("/static/favicon.svg") as file:
        assert file.status_code == 200


def test_a_form_sent_to_a_database_that_is_gone_comes_back_with_its_text(browser: tuple[Any, Any]) -> None:
    client, services = browser
    token = csrf_of(client)
    break_database(services)

    answer = client.post("/vragen/nieuw", data={"csrf_token": token, "body": TEXT, "password": "niet voor ogen dit"})

    assert answer.status_code == 503
    assert TEXT in answer.text
    assert "niet voor ogen dit" not in answer.text


def break_database(services: Services) -> None:
    """Take the database away from under the application."""
    url, engine = services.engine.url, services.engine
    engine.dispose()
    if url.get_backend_name() == "sqlite":
        Path(str(url.database)).unlink()
        Path(str(url.database)).mkdir()
        return
    elsewhere = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with elsewhere.connect() as connection:
        connection.execute(text(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS false'))
    elsewhere.dispose()


@pytest.mark.sqlite_only
def test_a_change_that_cannot_be_kept_is_a_page_and_tells_no_success(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = make_question(site.session)
    site.sign_in(make_expert(site.session))

    def fails(*_arguments: object) -> None:
        raise RuntimeError(TEXT)

    monkeypatch.setattr("samenspraak.web.shell.session.commit", fails)
    answer = site.post(f"/vragen/{question.id}/antwoorden", {"body": TEXT}, status=500)

    assert TEXT in answer.text
    assert "Uw antwoord staat erbij" not in site.get(f"/vragen/{question.id}").get_text()


DAMAGES = ("gone", "empty", "cut", "rubbish", "flipped", "no folder", "pointer")


@pytest.mark.sqlite_only
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh, of what it could not open
@pytest.mark.parametrize("warm", [False, True], ids=["opened after", "opened before"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_no_page_fails_on_a_damaged_index(site: Site, tmp_path: Path, damage: str, warm: bool) -> None:  # noqa: FBT001
    asker = make_person(site.session, Role.COORDINATOR, Role.MODERATOR, Role.EXPERT)
    theme = make_theme(site.session)
    question = make_question(site.session, asker=asker, visibility=Visibility.PUBLIC, themes=[theme])
    make_answer(site.session, question, author=make_expert(site.session), accepted=True)
    index_all(site.session, site.services.index)
    site.sign_in(asker)
    paths = ["/zoeken?q=vervoer+plek", '/zoeken?q="passende plek"', f"/vragen/{question.id}", "/gevraagd", "/readyz"]
    paths += [f"/vragen/{question.id}/deskundigen", "/vragen/nieuw?titel=Vervoer", f"/moderatie?open={question.id}"]
    if warm:
        site.get(paths[0])
    inflict(damage, tmp_path / "index")

    for path in paths:
        assert site.fetch("GET", path).status_code == 200, path
    form = {"title": "Vervoer", "body": "Wie?", "themes": theme.id, "sector": "po", "visibility": "public"}
    site.post("/vragen/nieuw", form | {"confirmed": "1"})


def inflict(damage: str, root: Path) -> None:
    """Damage an index on disk in one way."""
    chance = random.Random(1)  # noqa: S311 - the same damage each run
    if damage == "no folder":
        shutil.rmtree(root)
        return
    if damage == "pointer":
        (root / "current").write_bytes(b"\xff\x00../..")
        return
    for path in sorted(root.rglob("*")):
        if path.suffix in {".seg", ".toc", ".trm", ".pst", ".dcz"} or "_MAIN_" in path.name:
            whole = path.read_bytes()
            fresh = path.with_suffix(".damage")
            if damage == "gone":
                path.unlink()
                continue
            if damage == "flipped":
                spoilt = bytearray(whole)
                for _ in range(max(1, len(whole) // 50)):
                    spoilt[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
                fresh.write_bytes(spoilt)
            else:
                rubbish = {"empty": b"", "cut": whole[: len(whole) // 2], "rubbish": chance.randbytes(len(whole))}
                fresh.write_bytes(rubbish[damage])
            fresh.replace(path)


@pytest.mark.sqlite_only
def test_mail_waits_for_a_folder_that_can_be_written_to(site: Site, tmp_path: Path) -> None:
    blocked = tmp_path / "mail"
    blocked.write_text("a file in the place of the folder")
    settings = site.services.settings.model_copy(update={"mail_folder": blocked})
    letter = AcceptedLetter("Naam", "https://samenspraak.invalid/vragen/1", "Anna", "Vervoer")
    post_letter(site.session, letter, "accepted:answer:1", "persoon@school.nl", NOON)
    site.session.commit()
    mail = site.session.scalars(select(Mail)).one()
    post = Post(site.services.sessions, transport(settings), letterhead(settings), lambda: NOON)

    with pytest.raises(NotYet):
        send_mail(post, mail.id)
    blocked.unlink()
    send_mail(post, mail.id)

    site.session.expire_all()
    assert mail.state is MailState.SENT
    assert len(list_keys(blocked)) == 1
