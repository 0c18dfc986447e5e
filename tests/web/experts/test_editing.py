"""Editing a profile and the days away, by the expert and by administrators."""

from typing import Any

import pytest
from sqlalchemy import select

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod, ExpertProfile
from tests.factories.people import make_expert, make_person, make_theme
from tests.support.site import Site

FILLED = {
    "headline": "Adviseur bekostiging",
    "expertise": "Rekent **door**.",
    "sector": "po",
    "weekly_capacity": "3",
    "is_listed": "y",
    "version": "1",
}


def profile_of(site: Site, expert: Person) -> ExpertProfile:
    return site.session.get_one(ExpertProfile, expert.id)


def signed_in_expert(site: Site, **values: Any) -> Person:
    expert = make_expert(site.session, **values)
    site.sign_in(expert)
    return expert


@pytest.mark.sqlite_only
def test_the_form_begins_with_what_stands_there(site: Site) -> None:
    theme = make_theme(site.session, slug="zorgplicht", label="Zorgplicht")
    make_theme(site.session, slug="vervoer", label="Vervoer")
    expert = signed_in_expert(site, headline="Beleidsadviseur", themes=[theme])

    page = site.get(f"/deskundigen/{expert.id}/bewerken")

    assert page.select_one("input[name=headline][value=Beleidsadviseur]")
    assert [box["value"] for box in page.select("input[name=themes][checked]")] == ["zorgplicht"]
    assert page.select_one("input[name=sector][value=both][checked]")
    assert page.select_one("input[name=is_listed][checked]")


def test_an_expert_saves_the_own_profile(site: Site) -> None:
    make_theme(site.session, slug="zorgplicht", label="Zorgplicht")
    expert = signed_in_expert(site)

    response = site.post(f"/deskundigen/{expert.id}/bewerken", FILLED | {"themes": ["zorgplicht"]})

    assert response.location == f"/deskundigen/{expert.id}"
    profile = profile_of(site, expert)
    assert (profile.headline, profile.weekly_capacity, profile.version) == ("Adviseur bekostiging", 3, 2)
    text = site.get(f"/deskundigen/{expert.id}").get_text(" ", strip=True)
    assert "Het profiel is bewaard." in text
    assert "Zorgplicht" in text


def test_an_expert_may_take_the_profile_off_the_list(site: Site) -> None:
    expert = signed_in_expert(site)

    site.post(f"/deskundigen/{expert.id}/bewerken", {**FILLED, "is_listed": ""})

    assert not profile_of(site, expert).is_listed


@pytest.mark.sqlite_only
def test_a_preview_saves_nothing_and_loses_nothing(site: Site) -> None:
    expert = signed_in_expert(site)

    response = site.post(f"/deskundigen/{expert.id}/bewerken", FILLED | {"preview": "1"}, 200)

    assert "<strong>door</strong>" in response.text
    assert "Rekent **door**." in response.text
    assert profile_of(site, expert).version == 1


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"weekly_capacity": "21"}, "van 0 tot en met 20"),
        ({"weekly_capacity": "veel"}, "Vul een heel getal in."),
        ({"weekly_capacity": ""}, "van 0 tot en met 20"),
        ({"headline": ""}, "Vul uw functie in."),
        ({"headline": "x" * 121}, "hoogstens 120 tekens"),
        ({"expertise": "x" * 4001}, "hoogstens 4000 tekens"),
        ({"sector": "so"}, "error-summary"),
        ({"themes": ["bestaat-niet"]}, "error-summary"),
        ({"themes": [f"thema-{letter}" for letter in "abcdefghi"]}, "hoogstens 8"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(site: Site, change: dict[str, Any], said: str) -> None:
    for letter in "abcdefghi":
        make_theme(site.session, slug=f"thema-{letter}")
    expert = signed_in_expert(site)

    response = site.post(f"/deskundigen/{expert.id}/bewerken", {**FILLED, **change}, 422)

    assert said in response.text
    assert "Rekent **door**." in response.text or "expertise" in change
    assert profile_of(site, expert).version == 1


def test_the_second_of_two_editors_sees_both_texts_and_decides(site: Site) -> None:
    expert = signed_in_expert(site, headline="Eerste")
    site.post(f"/deskundigen/{expert.id}/bewerken", FILLED | {"headline": "Wat de ander schreef"})

    late = {**FILLED, "headline": "Wat ik schreef"}
    response = site.post(f"/deskundigen/{expert.id}/bewerken", late, 422)

    assert "Iemand wijzigde dit profiel terwijl u schreef" in response.text
    assert "Wat de ander schreef" in response.text
    assert "Wat ik schreef" in response.text
    assert 'name="version" type="hidden" value="2"' in response.text
    assert profile_of(site, expert).headline == "Wat de ander schreef"
    site.post(f"/deskundigen/{expert.id}/bewerken", late | {"version": "2"})
    assert profile_of(site, expert).headline == "Wat ik schreef"


def test_days_away_are_added_changed_and_taken_back_without_script(site: Site) -> None:
    expert = signed_in_expert(site)
    path = f"/deskundigen/{expert.id}/afwezig"

    site.post(path, {"first_day": "2013-04-29", "last_day": "03-05-2013"})
    page = site.get(path)
    assert "29\xa0april 2013 tot en met 3\xa0mei 2013" in page.get_text()
    (link,) = page.select(".row__title a")
    site.get(str(link["href"]))
    site.post(str(link["href"]), {"first_day": "2013-04-30", "last_day": "2013-05-03"})
    assert "30\xa0april 2013" in site.get(f"/deskundigen/{expert.id}").get_text()
    (form,) = site.get(path).select(".row form")
    site.post(str(form["action"]))

    assert site.session.scalars(select(AwayPeriod)).all() == []


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2013-05-03", "2013-04-29", "ligt voor de eerste"),
        ("", "2013-04-29", "Vul de eerste dag in."),
        ("morgen", "2013-04-29", "zoals 14-03-2013"),
        ("2013-01-01", "2015-01-01", "hoogstens een jaar"),
    ],
)
def test_wrong_days_are_told(site: Site, first: str, last: str, said: str) -> None:
    expert = signed_in_expert(site)

    response = site.post(f"/deskundigen/{expert.id}/afwezig", {"first_day": first, "last_day": last}, 422)

    assert said in response.text
    assert site.session.scalars(select(AwayPeriod)).all() == []


def test_an_administrator_edits_any_profile(site: Site) -> None:
    expert = make_expert(site.session)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))

    site.get(f"/deskundigen/{expert.id}/bewerken")
    site.post(f"/deskundigen/{expert.id}/bewerken", FILLED)

    assert profile_of(site, expert).headline == "Adviseur bekostiging"


@pytest.mark.sqlite_only
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EXPERT, Role.MODERATOR, Role.ACCOUNT_MANAGER, Role.MEMBER])
def test_nobody_else_gets_at_a_profile(site: Site, role: Role) -> None:
    expert = make_expert(site.session)
    site.sign_in(make_person(site.session, role))

    for path in ("bewerken", "afwezig"):
        site.get(f"/deskundigen/{expert.id}/{path}", 403)
    site.post(f"/deskundigen/{expert.id}/bewerken", FILLED, 403)
    site.post(f"/deskundigen/{expert.id}/afwezig/1/weg", status=403)
    assert profile_of(site, expert).version == 1
