"""Working each queue of the desk through: claims, reports, warnings, roles, citations, searches."""

import datetime as dt

import pytest
from sqlalchemy import Engine, select

from samenspraak.audit.models import AuditEntry
from samenspraak.demand.models import DismissedSearch, LoggedSearch
from samenspraak.moderation.actions.warnings import confirm_warning
from samenspraak.moderation.kinds import ReportReason
from samenspraak.moderation.models import Claim, ConfirmedWarning, Report
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.privacy.findings import Kind
from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_question
from tests.factories.reports import make_report
from tests.factories.routing import make_stuck
from tests.support.site import NOON, Site
from tests.support.statements import statements_of

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def moderator(site: Site) -> Person:
    person = make_person(site.session, Role.MODERATOR, name="Tineke Gumdoos")
    site.sign_in(person)
    return person


def titles(site: Site, queue: str) -> list[str]:
    page = site.get(f"/moderatie?stapel={queue}")
    return [link.get_text(strip=True) for link in page.select(".desk__title")]


def log(site: Site, words: str, *, found: int = 0, times: int = 1) -> None:
    fields = {"filters": "", "is_signed_in": True, "is_corrected": False, "is_partial": False}
    for _ in range(times):
        site.session.add(LoggedSearch(hour=NOON - dt.timedelta(days=2), words=words, found=found, **fields))
    site.session.flush()


def make_admitted(site: Site) -> RoleAssignment:
    person = make_expert(site.session, name="Nieuwe Collega")
    [role] = site.session.scalars(select(RoleAssignment).where(RoleAssignment.person_id == person.id))
    role.admitted_by_id = make_expert(site.session, name="Wie Doorstuurde").id
    site.session.flush()
    return role


@pytest.mark.usefixtures("moderator")
def test_where_personal_data_were_seen_stands_first(site: Site) -> None:
    for number, reason in enumerate((ReportReason.OUTDATED, ReportReason.PERSONAL_DATA, ReportReason.DOUBLE)):
        make_report(site.session, make_question(site.session, title=f"Vraag {number}"), reason=reason)
    assert titles(site, "reports") == ["Vraag 1", "Vraag 0", "Vraag 2"]


@pytest.mark.usefixtures("moderator")
def test_an_answer_without_words_is_asked_for_again_and_nothing_is_lost(site: Site) -> None:
    report = make_report(site.session, make_question(site.session))

    page = site.post(f"/moderatie/meldingen/{report.id}", {"outcome": "kept"}, status=422)

    assert "Schrijf wat u met de melding deed." in page.get_data(as_text=True)
    assert site.session.get_one(Report, report.id).handled_at is None
    site.post(f"/moderatie/meldingen/{report.id}", {"outcome": "kept", "reply": "Dit mag blijven staan."})
    site.post(f"/moderatie/meldingen/{report.id}", {"outcome": "acted", "reply": "Te laat."})
    assert "was u voor" in site.get("/moderatie").get_text()
    assert site.session.get_one(Report, report.id).reply == "Dit mag blijven staan."


def test_of_two_who_claim_one_wins_and_the_other_reads_who(site: Site, moderator: Person) -> None:
    report = make_report(site.session, make_question(site.session))
    other = make_person(site.session, Role.MODERATOR)
    asked = {"queue": "reports", "item": str(report.id)}
    site.post("/moderatie/op-mij", asked)
    assert "U werkt hieraan" in site.get(f"/moderatie?stapel=reports&open={report.id}").get_text()

    site.sign_in(other)
    site.post("/moderatie/op-mij", asked)

    page = site.get(f"/moderatie?stapel=reports&open={report.id}")
    assert "Tineke Gumdoos was u voor" in page.get_text()
    assert page.select_one("td[data-label='Bij wie']").get_text() == "Tineke Gumdoos"  # type: ignore[union-attr]
    site.post("/moderatie/laat-los", asked)
    [claim] = site.session.scalars(select(Claim))
    assert claim.moderator_id == moderator.id


def test_a_claim_lapses_after_half_an_hour_and_can_be_let_go(site: Site, moderator: Person) -> None:
    other = make_person(site.session, Role.MODERATOR)
    made = NOON - dt.timedelta(minutes=31)
    site.session.add(Claim(queue="stuck", item="1", moderator_id=other.id, claimed_at=made))
    site.session.flush()
    asked = {"queue": "stuck", "item": "1"}

    site.post("/moderatie/op-mij", asked)

    assert [each.moderator_id for each in site.session.scalars(select(Claim))] == [moderator.id]
    site.post("/moderatie/laat-los", asked)
    assert site.session.scalars(select(Claim)).all() == []
    for crafted in ({"queue": "onzin", "item": "1"}, {"queue": "stuck", "item": ""}, {"queue": "stuck"}):
        site.post("/moderatie/op-mij", crafted, status=404)


def test_several_warnings_are_seen_at_once(site: Site, moderator: Person) -> None:
    question = make_question(site.session)
    made = [
        confirm_warning(site.session, question.asker_id, [Kind.PHONE], "questions.comment", question.id, NOON)
        for _ in range(3)
    ]
    page = site.get("/moderatie?stapel=warnings")
    assert len(page.select("input[type=checkbox][form=together]")) == 3

    site.post("/moderatie/privacy/bekeken", {"item": [made[0].id, made[1].id, "x", "999999"]})

    seen = site.session.scalars(select(ConfirmedWarning.seen_by_id).order_by(ConfirmedWarning.id)).all()
    assert seen == [moderator.id, moderator.id, None]
    site.post("/moderatie/privacy/bekeken")
    assert "U koos niets" in site.get("/moderatie").get_text()


def test_a_search_that_found_nothing_is_made_a_term_or_dismissed(site: Site, moderator: Person) -> None:
    log(site, "rugzakje", times=2)
    log(site, "kookrecepten")
    log(site, "vervoer")
    log(site, "vervoer", found=3)
    assert titles(site, "searches") == ["rugzakje", "kookrecepten"]
    page = site.get("/moderatie?stapel=searches&open=rugzakje")
    assert page.select_one("a[href='/themas/woorden/nieuw?woord=rugzakje']") is not None

    words = {"item": ["kookrecepten", "nooit gezocht"]}
    site.post("/moderatie/zoekvragen/afhandelen", words | {"reason": "onzin"})
    site.post("/moderatie/zoekvragen/afhandelen", words | {"reason": "off_subject"})

    assert titles(site, "searches") == ["rugzakje"]
    assert site.session.scalars(select(DismissedSearch.words)).all() == ["kookrecepten"]
    [entry] = site.session.scalars(select(AuditEntry))
    assert (entry.act, entry.actor_id, entry.after) == ("search_dismissed", moderator.id, {"reason": "off_subject"})
    site.post("/moderatie/zoekvragen/afhandelen", words | {"reason": "misspelt"})
    assert "was u voor" in site.get("/moderatie").get_text()


def test_a_role_on_the_word_of_a_colleague_is_confirmed(site: Site, moderator: Person) -> None:
    role = make_admitted(site)
    assert titles(site, "roles") == ["Nieuwe Collega"]

    site.post(f"/moderatie/rollen/{role.id}/bevestigen")

    assert titles(site, "roles") == []
    [entry] = site.session.scalars(select(AuditEntry))
    assert (entry.act, entry.actor_id) == ("role_confirmed", moderator.id)
    site.post(f"/moderatie/rollen/{role.id}/weigeren", {"reason": "Werkt daar niet."})
    assert site.session.get(RoleAssignment, role.id) is not None


@pytest.mark.usefixtures("moderator")
def test_a_role_is_refused_with_a_reason(site: Site) -> None:
    role = make_admitted(site)

    role_id = role.id
    site.post(f"/moderatie/rollen/{role_id}/weigeren", {}, status=422)
    site.post(f"/moderatie/rollen/{role.id}/weigeren", {"reason": "Werkt daar niet."})

    assert site.session.scalars(select(RoleAssignment).where(RoleAssignment.id == role_id)).all() == []
    [entry] = site.session.scalars(select(AuditEntry))
    assert (entry.act, entry.reason) == ("role_taken", "Werkt daar niet.")


def test_nobody_confirms_whom_they_let_in_themselves(site: Site, moderator: Person) -> None:
    role = make_admitted(site)
    role.admitted_by_id = moderator.id
    site.session.flush()

    site.post(f"/moderatie/rollen/{role.id}/bevestigen", status=403)
    assert not site.get(f"/moderatie?stapel=roles&open={role.id}").select("form[action$='bevestigen']")


@pytest.mark.usefixtures("moderator")
def test_the_number_of_statements_does_not_grow_with_a_queue(site: Site, engine: Engine) -> None:
    counts = []
    for number in (2, 12):
        for each in range(number):
            make_report(site.session, make_question(site.session))
            make_admitted(site)
            make_stuck(site.session)
            log(site, f"woord {number} {each}")
        with statements_of(engine) as statements:
            for queue in ("reports", "roles", "stuck", "searches"):
                site.get(f"/moderatie?stapel={queue}")
        counts.append(len(statements))
    assert counts[0] == counts[1]
