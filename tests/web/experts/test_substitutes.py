"""Naming who stands in, by name, in the form for days away; told on both profiles."""

import pytest

from tests.factories.people import make_expert
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only

DAYS = {"first_day": "2013-03-18", "last_day": "2013-03-24"}


def test_a_substitute_is_named_by_name_and_stands_on_both_profiles(site: Site) -> None:
    other = make_expert(site.session, name="Vera Vervangt")
    away = make_expert(site.session, name="Anna Afwezig")
    site.sign_in(away)
    path = f"/deskundigen/{away.id}/afwezig"
    assert site.get(path).select_one("datalist option[value='Vera Vervangt']")

    site.post(path, {**DAYS, "substitute": "vera vervangt"})

    assert "Vervanger: Vera Vervangt" in site.get(path).get_text()
    assert site.get(f"/deskundigen/{away.id}").select_one(f"a[href='/deskundigen/{other.id}']")
    site.sign_in(other)
    told = " ".join(site.get(f"/deskundigen/{other.id}").get_text().split())
    assert "Anna Afwezig, van 18 maart 2013 tot en met 24 maart 2013." in told


def test_a_name_that_nobody_or_more_than_one_has_is_refused_at_the_field(site: Site) -> None:
    away = make_expert(site.session)
    for name in ("Jan Smit", "Jan Smit-de Wit"):
        make_expert(site.session, name=name)
    site.sign_in(away)
    path = f"/deskundigen/{away.id}/afwezig"
    for name, told in (("Niemand", "Wij vonden geen andere deskundige"), ("Jan", "Meer deskundigen heten zo.")):
        response = site.post(path, {**DAYS, "substitute": name}, 422)
        assert told in response.text
    site.post(path, {**DAYS, "substitute": "Jan Smit"})


def test_a_period_is_changed_without_losing_its_substitute(site: Site) -> None:
    make_expert(site.session, name="Vera Vervangt")
    away = make_expert(site.session)
    site.sign_in(away)
    path = f"/deskundigen/{away.id}/afwezig"
    site.post(path, {**DAYS, "substitute": "Vera Vervangt"})
    link = site.get(path).select_one(".row__title a")
    assert link is not None
    field = site.get(str(link["href"])).select_one("input[name=substitute]")
    assert field is not None
    assert field["value"] == "Vera Vervangt"
