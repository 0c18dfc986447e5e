"""A number that slipped past the guard is taken out through the screens, and looked for in every byte that is kept."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from samenspraak.audit.kinds import Act
from samenspraak.audit.models import AuditEntry
from samenspraak.config import Settings
from samenspraak.core.db import Session
from samenspraak.factory import create_app
from samenspraak.following.models import SavedSearch
from samenspraak.indexing.upkeep import rebuild
from samenspraak.notifications.models import Mail, MailState, Notice, NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Answer, Comment, EarlierText
from samenspraak.questions.models.kept import KeptDraft
from samenspraak.questions.models.question import Question
from samenspraak.redaction.models import Redaction
from samenspraak.redaction.words import MARK
from samenspraak.search.document import Kind
from samenspraak.worker.draining import drain
from samenspraak.worker.effects import EFFECTS
from tests.factories.people import make_person, organisation_of
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site

BSN = "123456782"
SPACED = "1234 56 782"
TOLD = f"De leerling heeft nummer {BSN} gekregen."


@dataclasses.dataclass(frozen=True)
class Office:
    """A site on files of its own, and who is there."""

    site: Site
    folder: Path
    moderator: Person
    asker: Person
    question: Question

    def files(self) -> Iterator[Path]:
        """Every file that is kept: database, its log, index, mails."""
        return (path for path in self.folder.rglob("*") if path.is_file())

    def holding(self, words: str) -> list[str]:
        """The files in which words stand, in bytes as they are or as the index writes them."""
        return [path.name for path in self.files() if words.encode() in path.read_bytes()]


@pytest.fixture
def filed(own_database_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office that keeps all in files, as it is in use."""
    settings = Settings(
        mode="test", database_url=own_database_url, data_folder=tmp_path, base_url="http://localhost", log_level="ERROR"
    )
    app = create_app(settings, clock=lambda: NOON)
    services = app.extensions["samenspraak"]
    with services.sessions() as session:
        office = make_office(Site(app, session), tmp_path)
        session.commit()
        rebuild(services.sessions, services.index)
        yield office
    services.engine.dispose()


@pytest.fixture
def office(site: Site, tmp_path: Path) -> Office:
    return make_office(site, tmp_path)


def make_office(site: Site, folder: Path) -> Office:
    session = site.session
    moderator, asker = make_person(session, Role.MODERATOR), make_person(session, Role.COORDINATOR)
    title, readers = f"Wie kent {BSN}?", Visibility.PUBLIC
    question = make_question(session, asker=asker, title=title, body=TOLD, visibility=readers)
    write_copies(session, question, asker)
    return Office(site, folder, moderator, asker, question)


def write_copies(session: Session, question: Question, asker: Person) -> None:
    """Write the number in all that can be copied from a question."""
    answer = make_answer(session, question, body=f"Over {SPACED} kan ik niets zeggen.", basis=f"Dossier {BSN}")
    organisation_id = organisation_of(session, asker).id
    said = {"written_at": NOON, "replaced_at": NOON, "replaced_by_id": asker.id, "reason": f"{BSN} erbij"}
    written = {"question_id": question.id, "author_id": asker.id, "organisation_id": organisation_id}
    link = f"http://localhost/vragen/{question.id}"
    html = f'<p>{BSN}</p><a href="{link}">Lees</a>'
    mail = {"recipient": asker.email, "subject": f"Over {BSN}", "text": f"{TOLD}\n{link}\n", "html": html}
    session.add_all(
        [
            EarlierText(question_id=question.id, title=BSN, body=TOLD, **said),
            EarlierText(answer_id=answer.id, body=SPACED, **said),
            Comment(answer_id=answer.id, body=TOLD, commented_at=NOON, **written),
            KeptDraft(
                person_id=asker.id, key="a", question_id=question.id, title=BSN, content={"body": TOLD}, kept_at=NOON
            ),
            KeptDraft(person_id=asker.id, key="b", title="Nieuw", content={"more": [TOLD]}, kept_at=NOON),
            SavedSearch(
                person_id=asker.id, name=BSN, query=f'{{"q":"{BSN}"}}', saved_at=NOON, looked_at=NOON, checked_at=NOON
            ),
            Mail(cause="a", message_id="a" * 32, state=MailState.SENT, created_at=NOON, **mail),
            Mail(cause="b", message_id="b" * 32, state=MailState.WAITING, created_at=NOON, **mail),
        ]
    )
    question.closing_words = BSN
    session.flush()


@pytest.mark.sqlite_only
def test_what_was_taken_out_is_found_nowhere(filed: Office) -> None:
    site, services = filed.site, filed.site.services
    mails = services.settings.mailbox
    mails.mkdir(parents=True, exist_ok=True)
    (mails / f"{'a' * 32}.eml").write_text(f"Over {BSN}")
    assert {"test.db-wal", f"{'a' * 32}.eml"} <= set(filed.holding(BSN))
    assert any(name.startswith("MAIN_") for name in filed.holding(BSN))

    site.sign_in(filed.moderator)
    path = f"/vragen/{filed.question.id}/weghalen"
    form = {"words": BSN, "reason": "Dit nummer wijst een kind aan."}
    shown = site.post(path, form, status=200).text
    assert "Niemand kan deze woorden daarna nog terugzetten" in shown
    site.post(path, form | {"definitief": "ja"})
    drain(services, EFFECTS, lambda: False)

    for words in (BSN, SPACED, BSN[:8]):
        assert filed.holding(words) == []
    assert all(BSN not in found for found in texts_in_index(filed))
    pages = (
        "",
        f"/vragen/{filed.question.id}",
        f"/zoeken?q={BSN[:3]}",
        "/vragen.csv",
        "/postvak",
        "/vragen/concepten",
    )
    for person in (filed.moderator, filed.asker, make_person(site.session, Role.EXPERT), None):
        site.sign_in(person) if person else site.sign_out()
        for page in pages:
            assert BSN not in site.fetch("GET", page or "/").text


def texts_in_index(office: Office) -> Iterator[str]:
    """All that the index has of each question."""
    snapshot = office.site.services.index._disk.snapshot(Kind.QUESTION)
    for number in range(len(snapshot.facts)):
        yield " ".join(snapshot.facts.titles[number])


@pytest.mark.sqlite_only
def test_the_mark_stands_in_its_place_and_its_author_reads_why(office: Office) -> None:
    site = office.site
    site.sign_in(office.moderator)
    site.post(f"/vragen/{office.question.id}/weghalen", {"words": BSN, "reason": "Een kind.", "definitief": "ja"})
    session = site.session
    assert session.get_one(Question, office.question.id).title == f"Wie kent {MARK}?"
    assert session.scalars(select(Answer.body)).one() == f"Over {MARK} kan ik niets zeggen."
    assert session.scalars(select(SavedSearch)).all() == []
    entry = session.scalars(select(AuditEntry).where(AuditEntry.act == Act.TEXT_REDACTED)).one()
    assert (entry.reason, entry.subject_id) == ("Een kind.", office.asker.id)
    notice = session.scalars(select(Notice).where(Notice.kind == NoticeKind.TEXT_REDACTED)).one()
    assert notice.person_id == office.asker.id
    site.sign_in(office.asker)
    assert "Een moderator haalde woorden weg" in site.get("/postvak").get_text()
    assert "Een kind." in site.get(f"/weggehaald/{session.scalars(select(Redaction.id)).one()}").get_text()


@pytest.mark.sqlite_only
def test_only_moderators_take_words_out_and_only_those_concerned_read_why(office: Office) -> None:
    site, answer = office.site, office.site.session.scalars(select(Answer)).one()
    site.sign_in(office.moderator)
    site.get(f"/antwoorden/{answer.id}/weghalen")
    site.post(f"/antwoorden/{answer.id}/weghalen", {"words": SPACED, "reason": "Een kind.", "definitief": "ja"})
    redaction_id = site.session.scalars(select(Redaction.id)).one()
    site.sign_in(make_person(site.session, Role.EXPERT))
    site.get(f"/antwoorden/{answer.id}/weghalen", status=403)
    site.get(f"/weggehaald/{redaction_id}", status=404)


@pytest.mark.sqlite_only
def test_what_cannot_be_taken_out_is_said_at_its_field(office: Office) -> None:
    office.site.sign_in(office.moderator)
    for words, reason, said in (
        ("", "Een kind.", "Neem de woorden over die weg moeten."),
        ("ab", "Een kind.", "Neem ten minste drie letters of cijfers over."),
        ("niet aanwezig", "Een kind.", "Deze woorden staan niet zo in de tekst."),
        ("leerling", "", "De auteur leest dat."),
        ("leerling", "Deze leerling is te kennen.", "Noem de woorden zelf niet in uw uitleg."),
    ):
        form = {"words": words, "reason": reason, "definitief": "ja"}
        assert said in office.site.post(f"/vragen/{office.question.id}/weghalen", form, status=422).text
    assert office.site.session.scalars(select(Redaction)).all() == []


@pytest.mark.sqlite_only
def test_one_word_stays_where_it_has_nothing_to_do_with_the_question(office: Office) -> None:
    site = office.site
    other = make_question(site.session, body="Een leerling kan ook met de fiets.")
    site.sign_in(office.moderator)
    site.post(
        f"/vragen/{office.question.id}/weghalen", {"words": "leerling", "reason": "Een kind.", "definitief": "ja"}
    )
    assert site.session.get_one(Question, other.id).body == "Een leerling kan ook met de fiets."
    assert re.search(r"leerling\b", site.session.get_one(Question, office.question.id).body) is None
