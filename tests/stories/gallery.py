"""Every page to look at, served for a browser: one small world, and a browser that is signed in for whoever looks."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from flask import Blueprint, Flask, abort
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from playwright.sync_api import Browser, Page

from samenspraak.config import Settings
from samenspraak.core.db import Session
from samenspraak.core.tokens import hash_token
from samenspraak.factory import create_app
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import LoginSession, Person, RoleAssignment
from samenspraak.people.models.expert import AwayPeriod
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import ThesaurusExpansion, ThesaurusTerm
from samenspraak.web.shell.access import everyone
from tests.factories.people import make_expert, make_theme
from tests.factories.questions import make_answer, make_impact, make_question
from tests.factories.routing import make_accepted, make_invited, make_stuck
from tests.stories.drafted import furnish_drafts
from tests.stories.kept import furnish_kept
from tests.stories.peered import furnish_peers
from tests.stories.weighed import furnish_weighed
from tests.support import axe
from tests.support.browser import watch
from tests.support.site import NOON, Site, services_of
from tests.support.site_server import serving
from tests.web.access.world import World, add_restricted_question, make_world

ALL_ROUND, VISITOR, NEWCOMER = "all-round", "visitor", "newcomer"
"""Who looks: someone with every role and work in hand, someone without an account, an expert whom nobody asked yet."""

faults = Blueprint("faults", __name__)


@faults.route("/fout/<int:code>", methods=["GET", "POST"])
@everyone
def fail(code: int) -> ResponseReturnValue:
    """Answer with an error page."""
    abort(code)


@dataclasses.dataclass(frozen=True)
class Gallery:
    """The served pages, and a page of a browser for each who looks."""

    url: str
    ids: Mapping[str, object]
    pages: Mapping[str, Page]
    faults: list[list[str]]

    def open(self, who: str, path: str) -> Page:
        """Go to a page as someone; `{question}` and the like are filled in."""
        page = self.pages[who]
        response = page.goto(self.url + path.format_map(self.ids))
        assert response is not None
        assert response.status < 500 or path.startswith("/fout/"), path
        return page

    def send(self, who: str, path: str, *, is_trusted: bool = True) -> Page:
        """Send an empty form as someone, and stay at what it answers; one that is not trusted lacks its token."""
        page = self.open(who, "/toegankelijkheid")
        with page.expect_navigation() as answered:
            page.evaluate(SEND, [path.format_map(self.ids), is_trusted])
        assert answered.value.status == (422 if is_trusted else 400), path
        return page


SEND = """([path, isTrusted]) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = path;
  const token = document.createElement("input");
  token.name = "csrf_token";
  token.value = isTrusted ? document.querySelector("meta[name=csrf-token]").content : "";
  form.append(token);
  document.body.append(form);
  form.submit();
}"""


@contextmanager
def open_gallery(browser: Browser, database_url: str, folder: Path) -> Iterator[Gallery]:
    """Make the world, serve it and sign its visitors in."""
    settings = Settings(mode="test", database_url=database_url, data_folder=folder, log_level="ERROR")
    app = create_app(settings, clock=lambda: NOON)
    app.register_blueprint(faults)
    services = services_of(app)
    with services.sessions() as session:
        site = Site(app, session)
        people, ids = _furnish(site, make_world(site))
        with serving(app) as url:
            pages = {who: _page_of(browser, app, session, url, people.get(who)) for who in WHO}
            gallery = Gallery(url, ids, pages, [watch(page) for page in pages.values()])
            yield gallery
            for page in pages.values():
                page.context.close()
    services.engine.dispose()


WHO = (ALL_ROUND, VISITOR, NEWCOMER)


def _furnish(site: Site, world: World) -> tuple[dict[str, Person], dict[str, object]]:
    """Add someone for whom every page has something, and a theme without anything."""
    session = site.session
    _question, ids = add_restricted_question(site, world)
    make_theme(session, "leeg", "Nog zonder vragen")
    ride = ThesaurusTerm(kind=TermKind.SYNONYM, term="rit", expansions=[ThesaurusExpansion(position=0, text="vervoer")])
    session.add(ride)
    person = _make_all_round(session, world)
    away = AwayPeriod(person_id=person.id, first_day=dt.date(2013, 4, 1), last_day=dt.date(2013, 4, 5))
    session.add(away)
    waiting = make_question(session, asker=world.people["asker"], themes=[world.theme], title="Wie haalt hem op?")
    invitation = make_invited(session, waiting, person, note="U weet dit vast.")
    make_accepted(session, make_question(session, asker=world.people["asker"], title="Mag dat met een busje?"), person)
    long_ago = NOON - dt.timedelta(days=40)
    make_stuck(session, asker=world.people["asker"], title="Wie rijdt er op vrijdag?", asked_at=long_ago)
    own = make_question(session, asker=person, themes=[world.theme], title="Hoe ver is te ver?")
    make_invited(session, own, world.people["guest"])
    furnish_kept(session, world, person)
    furnish_drafts(session, world, person)
    weighed = furnish_weighed(session, world, person)
    peered = furnish_peers(session, world, person)
    used = make_question(session, asker=person, themes=[world.theme], title="Mag de taxi wachten?")
    make_impact(session, make_answer(session, used, author=world.people["guest"], accepted=True))
    session.commit()
    known = {"used": used.id, "expert": person.id, "away": away.id, "invitation": invitation.id, "own": own.id}
    return {ALL_ROUND: person, NEWCOMER: world.people["expert"]}, {**ids, **known, **weighed, **peered}


def _make_all_round(session: Session, world: World) -> Person:
    person = make_expert(
        session, name="Alle Rollen", themes=[world.theme], expertise="Kent het vervoer van leerlingen."
    )
    organisation_id = person.assignments[0].organisation_id
    for role in set(Role) - {Role.EXPERT}:
        session.add(RoleAssignment(person_id=person.id, organisation_id=organisation_id, role=role))
    return person


def _page_of(browser: Browser, app: Flask, session: Session, url: str, person: Person | None) -> Page:
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam", reduced_motion="reduce")
    context.add_init_script(axe.source())
    if person:
        token = f"session-of-{person.id}"
        expires = NOON + dt.timedelta(hours=8)
        session.add(
            LoginSession(token_hash=hash_token(token), person_id=person.id, created_at=NOON, expires_at=expires)
        )
        session.commit()
        signer = SecureCookieSessionInterface().get_signing_serializer(app)
        assert signer is not None
        name, value = str(app.config["SESSION_COOKIE_NAME"]), signer.dumps({"_user_id": token})
        context.add_cookies([{"name": name, "value": value if isinstance(value, str) else value.decode(), "url": url}])
    return context.new_page()
