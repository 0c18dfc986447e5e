"""What the logs hold: each event one line of JSON, and nothing that someone wrote, chose or was sent."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from samenspraak.config import Settings
from samenspraak.factory import create_app
from samenspraak.people.kinds import Role
from samenspraak.services import Services
from tests.factories.accounts import PASSWORD, make_account, make_link_for
from tests.factories.people import make_theme
from tests.support.site import NOON

WORD = "kanariegeel"
ADDRESS = "kanarie@voorbeeld.test"
WRONG = "kanarie zingt vals"


@pytest.fixture
def logged(own_database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application on a database of its own, which logs all that it can."""
    settings = Settings(mode="test", database_url=own_database_url, data_folder=tmp_path, log_level="DEBUG")
    app = create_app(settings, clock=lambda: NOON)
    yield app
    services_of(app).engine.dispose()


def services_of(app: Flask) -> Services:
    """Return what an application has open."""
    found: Services = app.extensions["samenspraak"]
    return found


class Visitor:
    """A browser that sends what holds the canaries."""

    def __init__(self, app: Flask) -> None:
        self._client: FlaskClient = app.test_client()

    def get(self, path: str) -> int:
        """Fetch a page."""
        return self._client.get(
            path, headers={"User-Agent": WORD, "Referer": f"http://localhost/?q={WORD}"}
        ).status_code

    def post(self, path: str, data: dict[str, object]) -> int:
        """Send a form."""
        page = self._client.get("/toegankelijkheid").text
        token = page.partition('name="csrf-token" content="')[2].partition('"')[0]
        return self._client.post(path, data={"csrf_token": token, **data}).status_code


def test_a_day_of_work_leaves_no_word_of_it_in_the_log(logged: Flask, capfd: pytest.CaptureFixture[str]) -> None:
    token, theme = arrange(logged)
    visitor = Visitor(logged)

    assert visitor.get(f"/account/openen/{token}") == 200
    assert visitor.post("/inloggen", {"email": ADDRESS, "password": WRONG}) == 422
    assert visitor.post("/wachtwoord-vergeten", {"email": ADDRESS}) == 303
    assert visitor.post("/inloggen", {"email": ADDRESS, "password": PASSWORD}) == 303
    form = {"title": WORD, "body": f"Over {WORD}.", "themes": theme, "sector": "po", "visibility": "public"}
    assert visitor.post("/vragen/nieuw", form | {"confirmed": "1"}) == 303
    assert visitor.get(f"/zoeken?q={WORD}") == 200
    assert visitor.get(f"/{WORD}") == 404
    assert visitor.post("/vragen/nieuw", {"title": WORD}) == 422

    assert_silent(capfd.readouterr(), token)


def test_a_broken_database_is_logged_without_what_was_sent(logged: Flask, capfd: pytest.CaptureFixture[str]) -> None:
    token, theme = arrange(logged)
    visitor = Visitor(logged)
    visitor.post("/inloggen", {"email": ADDRESS, "password": PASSWORD})
    with services_of(logged).engine.begin() as connection:
        connection.execute(text("ALTER TABLE account_link RENAME COLUMN used_at TO gone"))
        connection.execute(text("CREATE UNIQUE INDEX one_title ON question (title)"))

    assert visitor.get(f"/account/openen/{token}") in {500, 503}
    form = {"title": WORD, "themes": theme, "sector": "po", "visibility": "public", "confirmed": "1"}
    assert visitor.post("/vragen/nieuw", form | {"body": f"Over {WORD}."}) == 303
    assert visitor.post("/vragen/nieuw", form | {"body": f"Anders over {WORD}."}) == 500

    printed = capfd.readouterr()
    assert_silent(printed, token)
    assert '"event": "fault"' in printed.out


@pytest.mark.sqlite_only
def test_what_an_exception_quotes_of_a_request_is_not_logged(
    logged: Flask, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    token, _theme = arrange(logged)
    monkeypatch.setattr("samenspraak.web.account.links.person_of_link", lambda _session, given, _now: int(given))

    assert Visitor(logged).get(f"/account/openen/{token}") == 500

    printed = capfd.readouterr()
    assert_silent(printed, token)
    assert "invalid literal for int" in printed.out


def arrange(app: Flask) -> tuple[str, int]:
    """Make an account with a link; return its token, and a theme."""
    with services_of(app).sessions() as session:
        person = make_account(session, Role.COORDINATOR, email=ADDRESS, name=WORD)
        made = make_link_for(session, person), make_theme(session).id
        session.commit()
        return made


def assert_silent(printed: object, token: str) -> None:
    """Fail when anything that was printed holds a canary, or is no line of JSON."""
    out, err = tuple(printed)  # type: ignore[call-overload]
    for canary in (WORD, ADDRESS, "kanarie zingt", PASSWORD, token):
        assert canary not in out + err
    events = [json.loads(line) for line in out.splitlines()]
    assert events
    assert err == ""
