"""The site for tests: the real application over a database that forgets, and a client that checks each page it gets."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import sessionmaker
from werkzeug.test import TestResponse

from samenspraak.config import Settings
from samenspraak.core.db import Session, SessionFactory
from samenspraak.core.tokens import hash_token
from samenspraak.factory import create_app
from samenspraak.people.models.account import LoginSession, Person
from samenspraak.search.index import Index
from samenspraak.services import Services
from tests.support.kept import Kept
from tests.support.pages import check_page

NOON = dt.datetime(2013, 3, 14, 11, tzinfo=dt.UTC)
"""The moment at which tests take place: 14 March 2013, noon in Amsterdam."""

CSRF = re.compile(r'<meta name="csrf-token" content="([^"]+)"')


class Site:
    """The application as one browser sees it. `session` arranges and looks; what requests commit is seen in it too."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.app = app
        self.session = session
        self._client = app.test_client()
        self._csrf = ""

    @property
    def services(self) -> Services:
        """What the application has open."""
        return services_of(self.app)

    def sign_in(self, person: Person, now: dt.datetime = NOON) -> None:
        """Sign a person in, past the log-in page, which has tests of its own."""
        token = f"session-of-{person.id}"
        expires = now + dt.timedelta(hours=8)
        self.session.merge(
            LoginSession(token_hash=hash_token(token), person_id=person.id, created_at=now, expires_at=expires)
        )
        self.session.commit()
        with self._client.session_transaction() as cookie:
            cookie.clear()
            cookie["_user_id"] = token
        self._csrf = ""

    def sign_out(self) -> None:
        """Be a visitor again, with a fresh cookie jar."""
        self._client = self.app.test_client()
        self._csrf = ""

    def get(self, path: str, status: int = 200, **options: Any) -> BeautifulSoup:
        """Fetch a page, check its status and its form as a document, and return it parsed."""
        response = self.fetch("GET", path, **options)
        assert response.status_code == status, f"GET {path}: {response.status_code}\n{response.text[:2000]}"
        return parse(response)

    def post(self, path: str, data: dict[str, Any] | None = None, status: int = 303, **options: Any) -> TestResponse:
        """Send a form with its CSRF token, without following where it leads."""
        self.session.commit()
        response = self._client.post(path, data={"csrf_token": self.csrf(), **(data or {})}, **options)
        self.session.expire_all()
        assert response.status_code == status, f"POST {path}: {response.status_code}\n{response.text[:2000]}"
        self._receive(response)
        return response

    def fetch(self, method: str, path: str, **options: Any) -> TestResponse:
        """Send any request; pages are checked, nothing else is."""
        self.session.commit()
        response = self._client.open(path, method=method, buffered=True, **options)
        self.session.expire_all()
        self._receive(response)
        return response

    def csrf(self) -> str:
        """Return a token that this browser's forms carry: that of the last page, or of one that is fetched for it."""
        if not self._csrf:
            self.fetch("GET", "/toegankelijkheid")
        assert self._csrf
        return self._csrf

    def _receive(self, response: TestResponse) -> None:
        """Check a whole page and keep its token; a fragment or a redirection is none."""
        if response.mimetype == "text/html" and response.location is None and "<html" in response.text:
            check_page(response.text)
            found = CSRF.search(response.text)
            self._csrf = found[1] if found else self._csrf


def services_of(app: Flask) -> Services:
    """Return what an application has open."""
    found: Services = app.extensions["samenspraak"]
    return found


def parse(response: TestResponse) -> BeautifulSoup:
    """Return an answer as a parsed document."""
    return BeautifulSoup(response.text, "html.parser")


@pytest.fixture(scope="session")
def app(database_kind: str, database_url: str, kept: Kept, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application on this worker's database, at `NOON`."""
    return kept.get("app", database_kind, lambda: _opened_app(database_url, tmp_path_factory.mktemp("site")))


@contextmanager
def _opened_app(database_url: str, folder: Path) -> Iterator[Flask]:
    settings = Settings(
        mode="test", database_url=database_url, data_folder=folder, base_url="http://localhost", log_level="ERROR"
    )
    app = create_app(settings, clock=lambda: NOON)
    app.test_cli_runner().invoke(args=["translations", "compile"], catch_exceptions=False)
    yield app
    services_of(app).engine.dispose()


@pytest.fixture
def site(app: Flask, engine: Engine, tmp_path: Path) -> Iterator[Site]:
    """A visitor's view of the application; all that it commits is forgotten after the test, and its index is empty."""
    opened = services_of(app)
    with engine.connect() as connection:
        transaction = connection.begin()
        sessions = within(connection)
        app.extensions["samenspraak"] = dataclasses.replace(
            opened, sessions=sessions, index=Index(tmp_path / "index"), clock=lambda: NOON
        )
        with sessions() as session:
            yield Site(app, session)
        transaction.rollback()
    app.extensions["samenspraak"] = opened


def within(connection: Connection) -> SessionFactory:
    """Return a maker of sessions whose commits stay within one connection's transaction."""
    return sessionmaker(connection, join_transaction_mode="create_savepoint", expire_on_commit=False)
