"""Texts that name a pupil are posted to the forms over HTTP; afterwards no file and no line of the log holds them."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from whoosh.index import open_dir

from samenspraak.config import Settings
from samenspraak.core.db import Session
from samenspraak.evaluation.privacy import JudgedText, read_judged_texts
from samenspraak.factory import create_app
from samenspraak.following.actions.searches import save_search
from samenspraak.following.wishes import Wish
from samenspraak.indexing.upkeep import rebuild
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.privacy.findings import REFUSED, Verdict, verdict_on
from samenspraak.privacy.guard import find_personal_data
from samenspraak.questions.kinds import Standing
from samenspraak.services import Services
from samenspraak.themes.models import Theme
from samenspraak.worker.draining import drain
from samenspraak.worker.effects import EFFECTS
from tests.factories.accounts import PASSWORD, make_account
from tests.factories.calendar import make_holiday
from tests.factories.desks import make_case, make_desk
from tests.factories.experiences import make_experience
from tests.factories.introductions import make_coordinator, make_introduction
from tests.factories.people import make_expert, make_theme, organisation_of, viewer
from tests.factories.questions import make_answer, make_impact, make_question
from tests.factories.routing import make_invited
from tests.support.depth import is_deep
from tests.support.served import Browser
from tests.support.site import NOON
from tests.support.site_server import serving

pytestmark = pytest.mark.sqlite_only

TEXTS = sorted((Path(__file__).parents[1] / "privacy").glob("texts*.jsonl"))
HARMLESS = "kanariegeel"
SHORTEST_TRACE = 6
TYPED = {"submission": "sleutel", "opening": "hier", "title": "Wie rijdt?"}


@dataclasses.dataclass(frozen=True)
class Form:
    """A form: who sends it, where to, the field for a text, and what else it holds."""

    writer: str
    path: str
    field: str
    rest: dict[str, Any] = dataclasses.field(default_factory=dict)
    status: int = 422


@pytest.fixture
def app(own_database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application with a log, a mail box and an index on disk, that logs all it can."""
    settings = Settings(
        mode="demonstration", mail="file", database_url=own_database_url, data_folder=tmp_path, log_level="DEBUG"
    )
    app = create_app(settings, clock=lambda: NOON)
    yield app
    opened(app).engine.dispose()


def opened(app: Flask) -> Services:
    found: Services = app.extensions["samenspraak"]
    return found


def test_nothing_of_a_refused_text_is_kept(app: Flask, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    forms, texts = arrange(app), refused_texts()
    with serving(app) as url:
        writers = {form.writer: Browser(url) for form in forms}
        for email, browser in writers.items():
            browser.sign_in(email, PASSWORD)
        for number, judged in enumerate(texts):
            for form in forms if is_deep() else [forms[number % len(forms)]]:
                send(writers[form.writer], form, judged.text)
        answering = forms[3]
        answer = writers[answering.writer].post(answering.path, answering.rest | {"body": HARMLESS})
        assert answer.status == 303
        assert "999934508" not in Browser(url).get("/gevraagd?van=999934508").location
    while drain(opened(app), EFFECTS, lambda: False):
        pass
    rebuild(opened(app).sessions, opened(app).index)
    kept = {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept |= indexed(tmp_path)
    kept["log"] = "".join(capfd.readouterr()).encode()
    assert sum(HARMLESS.encode() in content for content in kept.values()) >= 2, "what is kept would be found"
    for judged in texts:
        for trace in traces(judged):
            assert [name for name, content in kept.items() if trace in content] == [], trace


def indexed(folder: Path) -> dict[str, bytes]:
    """What the index holds, whose files are packed: the words of every field, and what is stored with each document."""
    held = {}
    for toc in folder.rglob("_MAIN_*.toc"):
        with open_dir(str(toc.parent)).reader() as reader:
            words = b" ".join(word for _field, word in reader.all_terms())
            held[f"{toc.parent}, unpacked"] = words + repr(list(reader.all_stored_fields())).encode()
    return held


def refused_texts() -> list[JudgedText]:
    """The texts that are refused; for each commit some of them. What the guard misses is counted with its figures."""
    texts = [judged for path in TEXTS for judged in read_judged_texts(path) if is_refused(judged)]
    return texts if is_deep() else texts[::5]


def is_refused(judged: JudgedText) -> bool:
    return judged.verdict is verdict_on(find_personal_data(judged.text)) is Verdict.REFUSE


def traces(judged: JudgedText) -> Iterator[bytes]:
    """What of a text may be found nowhere: each refused stretch, and each long number in it, as written and escaped."""
    for span in judged.spans:
        if span.kind in REFUSED:
            found = judged.text[span.start : span.end]
            for trace in {found, *re.findall(r"\d[\d .-]{7,}\d", found)}:
                if len(trace) >= SHORTEST_TRACE:
                    yield trace.encode()
                    yield trace.encode("unicode_escape")


def send(browser: Browser, form: Form, text: str) -> None:
    """Send a text, and see that it is refused or only shown."""
    answer = browser.post(form.path, {**form.rest, form.field: text})
    assert answer.status == form.status, (form.path, text, answer.status)


def arrange(app: Flask) -> list[Form]:
    """Make people with something to write; return their forms."""
    with opened(app).sessions() as session:
        theme = make_theme(session, "vervoer", "Leerlingenvervoer")
        asker = make_account(session, Role.COORDINATOR, email="vrager@voorbeeld.test")
        chief = make_account(session, Role.ADMINISTRATOR, email="beheer@voorbeeld.test")
        expert = make_account_of(session, make_expert(session), "deskundige@voorbeeld.test")
        question = make_question(session, asker=asker, themes=[theme])
        answer = make_answer(session, question, author=expert)
        invited = make_invited(session, make_question(session, asker=asker), expert)
        asked = {
            "title": "Wie betaalt de bus?",
            "themes": str(theme.id),
            "sector": "po",
            "visibility": "signed_in",
            "organisation_id": str(organisation_of(session, asker).id),
            "body": "Wij willen het weten.",
        }
        voice = f"personal:{organisation_of(session, expert).id}"
        forms = [
            Form(asker.email, "/vragen/nieuw", "body", asked),
            Form(asker.email, f"/vragen/{question.id}/reacties", "body"),
            Form(asker.email, f"/vragen/{question.id}/bewerken", "body", asked),
            Form(expert.email, f"/vragen/{question.id}/antwoorden", "body", {"voice": voice}),
            Form(expert.email, f"/antwoorden/{answer.id}/bewerken", "body"),
            Form(expert.email, f"/uitnodigingen/{invited.id}/afslaan", "words", {"because": "other"}),
            Form(expert.email, f"/deskundigen/{expert.id}/bewerken", "expertise", {"weekly_capacity": "2"}),
            Form(chief.email, "/beheer/organisaties/nieuw", "municipalities", {"kind": "support_centre", "name": "X"}),
            Form(asker.email, "/vragen/nieuw", "body", asked | {"preview": "1"}, 200),
            Form(asker.email, "/vragen/nieuw/voorstel", "body", asked, 200),
        ]
        forms += arrange_more(session, theme, asker, expert, chief)
        session.commit()
    return forms


def arrange_more(session: Session, theme: Theme, asker: Person, expert: Person, chief: Person) -> list[Form]:
    """Make what else can be written about, and return the forms of it."""
    own = organisation_of(session, asker)
    moderator = make_account(session, Role.MODERATOR, email="moderator@voorbeeld.test")
    claimed = make_answer(session, make_question(session), author=expert, standing=Standing.ORGANISATION)
    used = make_answer(session, make_question(session, asker=asker), accepted=True)
    make_impact(session, used)
    at_desk = make_question(session)
    make_case(session, make_desk(session, organisation=organisation_of(session, expert)), at_desk)
    asked = make_invited(session, make_question(session, asker=asker), expert)
    experience, other = make_experience(session, own, by=asker, themes=[theme]), make_coordinator(session)
    make_coordinator(session)
    met = make_introduction(session, other, asker)
    search = save_search(session, viewer(asker), "Bus", Wish("bus"), NOON)
    holiday = make_holiday(session)
    told = {"title": "Een loket", "body": "Ouders bellen.", "themes": str(theme.id)}
    away = {"first_day": "2014-01-01", "last_day": "2014-01-02"}
    days = {"school_year": "2012-2013", "region": "north", "school_break": "may", "sector": "both"}
    colleague = {"name": "Mirte Stempel", "email": "mirte@voorbeeld.test"}
    return [
        Form(asker.email, f"/vragen/{used.question_id}/sluiten", "words", {"because": "solved"}),
        Form(asker.email, f"/vragen/{used.question_id}/gebruikt", "words", {"used": "no"}),
        Form(asker.email, "/vragen/concepten", "basis", TYPED),
        Form(asker.email, "/vragen/concepten", "other_theme", TYPED),
        Form(moderator.email, f"/antwoorden/{claimed.id}/vasthouden", "because"),
        Form(expert.email, f"/bureau/vragen/{at_desk.id}/doorgeven", "reason"),
        Form(expert.email, f"/uitnodigingen/{asked.id}/doorsturen", "words", colleague),
        Form(expert.email, f"/uitnodigingen/{asked.id}/doorsturen", "name", colleague),
        Form(expert.email, f"/vragen/{asked.question_id}/wacht-op-vrager", "words"),
        Form(expert.email, f"/deskundigen/{expert.id}/banden", "words", {"organisation": str(own.id)}),
        Form(expert.email, f"/deskundigen/{expert.id}/afwezig", "substitute", away),
        Form(expert.email, f"/antwoorden/{claimed.id}/bewerken", "basis", {"body": "x", "standing": "organisation"}),
        Form(asker.email, f"/kennismakingen/nieuw?met={organisation_of(session, other).id}", "words"),
        Form(asker.email, f"/kennismakingen/{met.id}/afslaan", "words"),
        Form(asker.email, f"/samenwerkingsverbanden/{own.id}/ervaringen/nieuw", "body", told),
        Form(asker.email, f"/ervaringen/{experience.id}/bewerken", "title", told),
        Form(asker.email, f"/samenwerkingsverbanden/{own.id}/aangesloten", "name", {"kind": "school_board"}),
        Form(asker.email, f"/account/volgt/zoekopdrachten/{search.id}/naam", "name"),
        Form(chief.email, f"/beheer/vakanties/{holiday.id}", "source", days | away),
    ]


def make_account_of(session: Session, person: Person, email: str) -> Person:
    """Let a person log in with `PASSWORD`."""
    other = make_account(session, email=f"naast-{email}")
    person.password_hash, person.email = other.password_hash, email
    session.flush()
    return person
