"""The list of all acts, for who oversees, and the same as a file."""

import csv
import datetime as dt
import io

import pytest
from sqlalchemy import Engine

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.audit.rules import Facts
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_expert, make_organisation, make_person, organisation_of
from tests.factories.questions import make_question
from tests.support.site import NOON, Site
from tests.support.statements import statements_of

pytestmark = pytest.mark.sqlite_only

PATH = "/moderatie/handelingen"


@pytest.fixture
def bert(site: Site) -> Person:
    """An administrator, who looks."""
    bert = make_person(site.session, Role.ADMINISTRATOR, name="Bert Beheer")
    site.sign_in(bert)
    return bert


def give_role(site: Site, by: Person | None, to: Person, at: dt.datetime = NOON) -> AuditEntry:
    facts: Facts = {"role": "expert", "organisation": organisation_of(site.session, to).id}
    by_id = by.id if by else None
    return record_act(site.session, Act.ROLE_GIVEN, by_id, Thing.PERSON, to.id, at, concerns=to.id, after=facts)


def sentences(site: Site, query: str = "") -> list[str]:
    page = site.get(f"{PATH}?{query}")
    return [title.get_text(" ", strip=True) for title in page.select("main .rows .row__title")]


def test_the_newest_act_stands_first_in_one_sentence_each(site: Site, bert: Person) -> None:
    loes = make_person(site.session, organisation=make_organisation(site.session, name="Verband Oost"), name="Loes Lid")
    give_role(site, bert, loes, NOON - dt.timedelta(days=1))
    record_act(site.session, Act.CALENDAR_LOADED, None, Thing.SITE, 0, NOON, after={"holidays": 36, "regions": 2})

    assert sentences(site) == [
        "Samenspraak laadde schoolvakanties en regio’s.",
        f"Bert Beheer gaf Loes Lid de rol deskundige bij {organisation_of(site.session, loes).title}.",
    ]
    assert "Schoolvakanties: 36" in " ".join(site.get(PATH).get_text().split())


def test_the_list_is_narrowed_by_who_whom_act_thing_and_period(site: Site, bert: Person) -> None:
    mo, loes = make_person(site.session, Role.MODERATOR, name="Mo"), make_person(site.session, name="Loes Lid")
    give_role(site, bert, loes, dt.datetime(2013, 3, 1, 23, 30, tzinfo=dt.UTC))
    give_role(site, mo, bert, NOON)
    record_act(site.session, Act.QUESTION_TAKEN, mo.id, Thing.QUESTION, 7, NOON)

    assert len(sentences(site)) == 3
    assert len(sentences(site, "wie=mo")) == 2
    assert len(sentences(site, "wie=niemand")) == 0
    assert len(sentences(site, "bij=loes")) == 1
    assert len(sentences(site, "handeling=role_given&wie=bert")) == 1
    assert len(sentences(site, "onderwerp=question")) == 1
    assert len(sentences(site, "tot=2013-03-01")) == 0, "it was half past midnight in the Netherlands"
    assert len(sentences(site, "vanaf=2013-03-02&tot=2013-03-02")) == 1
    assert len(sentences(site, "vanaf=2-3-2013&tot=niks")) == 3
    assert len(sentences(site, "handeling=onzin")) == 3
    chips = site.get(f"{PATH}?vanaf=2013-03-02").select_one(".chips")
    assert chips is not None
    assert "vanaf 2 maart 2013" in chips.get_text().replace("\N{NO-BREAK SPACE}", " ")


def test_the_list_goes_on_where_it_stopped(site: Site, bert: Person) -> None:
    loes = make_person(site.session)
    for minutes in range(30):
        give_role(site, bert, loes, NOON + dt.timedelta(minutes=minutes))

    page = site.get(PATH)
    following = page.select_one("a[rel=next]")
    assert following is not None
    assert len(page.select("main .rows .row")) == 25
    assert len(site.get(str(following["href"])).select("main .rows .row")) == 5


def test_a_question_is_named_to_who_may_read_it_alone(site: Site, bert: Person) -> None:
    mo = make_person(site.session, Role.MODERATOR, name="Mo")
    asker = make_person(site.session, Role.COORDINATOR, name="Anna Vrager")
    question = make_question(site.session, asker=asker, visibility=Visibility.RESTRICTED, title="Geheim geval")
    told: Facts = {"question": question.id, "standing": "organisation"}
    record_act(
        site.session, Act.ANSWER_HELD, mo.id, Thing.ANSWER, 9, NOON, concerns=asker.id, after=told, reason="Over Piet"
    )

    assert sentences(site) == ["Mo hield een antwoord vast bij een vraag."]
    told_to_bert = site.get(PATH).get_text() + site.fetch("GET", f"{PATH}.csv").text
    assert "Geheim" not in told_to_bert
    assert "Piet" not in told_to_bert
    assert "Anna" not in told_to_bert
    assert len(sentences(site, "bij=anna")) == 0

    site.sign_in(mo)
    assert sentences(site) == ["Mo hield een antwoord vast bij de vraag “Geheim geval”."]
    page = site.get(PATH)
    assert "Reden: Over Piet" in page.get_text()
    assert page.select_one(f'main a[href="/vragen/{question.id}"]') is not None


def test_the_file_holds_what_an_auditor_needs(site: Site, bert: Person) -> None:
    entry = give_role(site, bert, make_expert(site.session, name="Eva"))
    text = site.fetch("GET", f"{PATH}.csv?wie=bert").text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    _headings, row = csv.reader(io.StringIO(text), delimiter=";")
    assert row[:4] == ["1", "2013-03-14T11:00:00+00:00", "Bert Beheer", "Rol gegeven"]
    assert row[6] == f'{{"organisation": {entry.after["organisation"]}, "role": "expert"}}' if entry.after else False
    assert row[8] == entry.hash


def test_who_was_asked_stands_in_the_file_of_moderators_alone(site: Site, bert: Person) -> None:
    mo = make_person(site.session, Role.MODERATOR)
    question = make_question(site.session, visibility=Visibility.PUBLIC)
    record_act(site.session, Act.EXPERTS_INVITED, mo.id, Thing.QUESTION, question.id, NOON, after={"experts": [98765]})
    assert "98765" not in site.fetch("GET", f"{PATH}.csv").text
    site.sign_in(mo)
    assert "98765" in site.fetch("GET", f"{PATH}.csv").text


def test_who_oversees_finds_the_list_in_their_menu(site: Site) -> None:
    for role in (Role.MODERATOR, Role.ADMINISTRATOR):
        site.sign_in(make_person(site.session, role))
        parts = site.get(PATH).select(".tabs a[aria-current=page]")
        assert [part.get_text() for part in parts] == ["Handelingen"]


def test_an_act_of_another_version_is_shown_all_the_same(site: Site, bert: Person) -> None:
    entry = give_role(site, bert, bert)
    values = {name: value for name, value in vars(entry).items() if not name.startswith("_")}
    site.session.add(AuditEntry(**values | {"id": 2, "act": "moved_house"}))
    assert "Bert Beheer deed wat nog geen woorden heeft: moved_house." in sentences(site)
    assert "moved_house" in site.fetch("GET", f"{PATH}.csv").text


def test_the_statements_do_not_grow_with_the_acts(site: Site, bert: Person, engine: Engine) -> None:
    numbers = []
    for _ in range(2):
        for _ in range(10):
            give_role(site, make_person(site.session), make_person(site.session))
        with statements_of(engine) as statements:
            site.get(PATH)
        numbers.append(len(statements))
    assert numbers[0] == numbers[1]
