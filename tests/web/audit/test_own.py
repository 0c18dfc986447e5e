"""What was done with one's own account, profile and texts."""

import datetime as dt

import pytest

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.people.kinds import Role
from tests.factories.people import make_person, organisation_of
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only

PATH = "/account/handelingen"


def test_each_sees_the_acts_on_their_own_account_and_no_others(site: Site) -> None:
    bert = make_person(site.session, Role.ADMINISTRATOR, name="Bert Beheer")
    loes, cees = make_person(site.session, name="Loes Lid"), make_person(site.session, name="Cees")
    home = organisation_of(site.session, loes)
    facts = {"role": "coordinator", "organisation": home.id}
    later = NOON + dt.timedelta(hours=1)
    record_act(site.session, Act.ROLE_GIVEN, bert.id, Thing.PERSON, loes.id, NOON, concerns=loes.id, after=facts)
    record_act(site.session, Act.ACCOUNT_CLOSED, bert.id, Thing.PERSON, cees.id, NOON, concerns=cees.id)
    record_act(site.session, Act.ACCOUNT_REOPENED, bert.id, Thing.PERSON, loes.id, later, concerns=loes.id)
    record_act(site.session, Act.RULE_SWITCHED, loes.id, Thing.RULE, 0, later, after={"rule": "away", "is_on": True})

    site.sign_in(loes)
    assert site.get("/account").select_one(f'main a[href="{PATH}"]') is not None
    page = site.get(PATH)
    assert [title.get_text(strip=True) for title in page.select("main .row__title")] == [
        "Bert Beheer opende uw account weer.",
        f"Bert Beheer gaf u de rol coördinator bij {home.title}.",
    ]
    assert page.select("main .rows a") == []


def test_an_author_reads_who_held_their_answer_and_why(site: Site) -> None:
    mo, author = make_person(site.session, Role.MODERATOR, name="Mo"), make_person(site.session, Role.EXPERT)
    question = make_question(site.session, title="Wie betaalt vervoer?")
    answer = make_answer(site.session, question, author=author)
    told = {"question": question.id, "standing": "ministry"}
    why = "OCW heeft hierover geen standpunt."
    record_act(
        site.session, Act.ANSWER_HELD, mo.id, Thing.ANSWER, answer.id, NOON, concerns=author.id, after=told, reason=why
    )
    site.sign_in(author)
    page = site.get(PATH)
    row = page.select_one("main .rows .row")
    assert row is not None
    assert "Mo hield uw antwoord vast bij de vraag “Wie betaalt vervoer?”." in row.get_text()
    assert f"Reden: {why}" in row.get_text()
    assert "Gewicht: Standpunt van het ministerie" in " ".join(row.get_text().split())


def test_whom_nothing_was_done_to_reads_so(site: Site) -> None:
    site.sign_in(make_person(site.session))
    assert "Er is nog niets gedaan." in site.get(PATH).get_text()
