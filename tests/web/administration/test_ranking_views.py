"""The rules of the ranking: explained, switched by administrators, and told where they are off."""

import pytest

from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.models import RuleSwitch
from samenspraak.people.kinds import Role
from tests.factories.people import make_expert, make_person
from tests.support.site import Site
from tests.web.matching.choosing import ask, index, path

pytestmark = pytest.mark.sqlite_only

RULE = "/beheer/rangschikking/full"


def test_every_rule_has_its_words_and_its_state(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))
    page = site.get("/beheer/rangschikking")
    assert [row["id"] for row in page.select("li.row")] == [rule.value for rule in RankingRule]
    assert all(row.select_one(".row__text") for row in page.select("li.row"))
    assert page.get_text().count("nooit veranderd") == len(RankingRule)


def test_an_administrator_switches_a_rule_and_stands_beside_it_by_name(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR, name="Bert Beheer"))
    for _twice in range(2):
        assert site.post(RULE, {"on": "0"}).location == "/beheer/rangschikking"
    row = site.get("/beheer/rangschikking").select_one("#full")
    assert row is not None
    assert "uitgezet door Bert Beheer" in row.get_text()
    site.post(RULE, {"on": "1"})
    assert site.session.get_one(RuleSwitch, RankingRule.FULL).is_on


def test_what_is_no_rule_cannot_be_switched(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))
    site.post("/beheer/rangschikking/is_asker", {"on": "0"}, 404)


def test_a_rule_that_is_off_is_told_where_it_would_have_counted_and_does_not_hold_at_inviting(site: Site) -> None:
    full = make_expert(site.session, name="Vera Vol", expertise="Kent vervoer.", weekly_capacity=0)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))
    site.post(RULE, {"on": "0"})
    question = ask(site)
    index(site)

    text = " ".join(site.get(path(question)).get_text().split())

    assert "Een beheerder zette deze regels uit: niet wie deze week genoeg vragen heeft." in text
    assert "Heeft deze week genoeg vragen. Een beheerder zette de regel uit die dit tegenhoudt." in text
    site.post(path(question), {"experts": [str(full.id)]})
