"""The button that follows, the list of what is followed, and saved searches, all without script."""

import pytest
from sqlalchemy import Engine

from samenspraak.following.actions.searches import save_search
from samenspraak.following.wishes import Wish
from samenspraak.indexing.upkeep import rebuild
from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON, Site
from tests.support.statements import statements_of


def test_each_page_has_a_button_that_is_pressed_once_it_is_followed(site: Site) -> None:
    theme = make_theme(site.session, "zorg", "Zorgplicht")
    question = make_question(site.session, title="Wie betaalt?", themes=[theme])
    expert, partnership = make_expert(site.session, name="Iris"), make_organisation(site.session, name="SWV De Brug")
    rebuild(site.services.sessions, site.services.index)
    site.sign_in(make_person(site.session))
    pages = {
        f"/volgen/vraag/{question.id}": f"/vragen/{question.id}",
        "/volgen/thema/zorg": "/zoeken?thema=zorg",
        f"/volgen/deskundige/{expert.id}": f"/deskundigen/{expert.id}",
        f"/volgen/samenwerkingsverband/{partnership.id}": f"/samenwerkingsverbanden/{partnership.id}",
    }

    for address, path in pages.items():
        button = site.get(path).select_one(f'form[action="{address}"] button')
        assert button is not None, path
        assert button["aria-pressed"] == "false"
        assert site.post(address, {"follow": "yes", "next": path}).location == path
        button = site.get(path).select_one(f'form[action="{address}"] button')
        assert button is not None
        assert button["aria-pressed"] == "true"
    listed = [each.get_text() for each in site.get("/account/volgt").select(".row__title")]
    assert listed == ["Wie betaalt?", "Zorgplicht", "Iris", "SWV De Brug"]
    for address in pages:
        site.post(address, {"follow": "no"})
    assert "U volgt nog niets" in site.get("/account/volgt").get_text()


@pytest.mark.sqlite_only
def test_what_is_not_there_or_may_not_be_seen_cannot_be_followed(site: Site) -> None:
    question = make_question(site.session, visibility=Visibility.RESTRICTED)
    site.sign_in(make_person(site.session))

    for path in (f"vraag/{question.id}", "vraag/x", "thema/geen", "deskundige/999999", "hond/1"):
        site.post(f"/volgen/{path}", {"follow": "yes"}, status=404)


@pytest.mark.sqlite_only
def test_an_asker_has_no_button_on_an_own_question_nor_an_expert_on_the_own_profile(site: Site) -> None:
    expert = make_expert(site.session)
    question = make_question(site.session, asker=expert)
    site.sign_in(expert)

    assert site.get(f"/vragen/{question.id}").select_one("form[action^='/volgen']") is None
    assert site.get(f"/deskundigen/{expert.id}").select_one("form[action^='/volgen']") is None


def test_a_search_is_saved_looked_at_renamed_and_removed(site: Site) -> None:
    person = make_person(site.session, Role.COORDINATOR)
    make_question(site.session, title="Rijdt er een bus?")
    rebuild(site.services.sessions, site.services.index)
    site.sign_in(person)

    form = site.get("/zoeken?q=bus&soort=vragen").select_one("form[action^='/zoeken/bewaren']")
    assert form is not None
    assert site.post(str(form["action"])).location == "/zoeken?q=bus&soort=vragen"
    page = site.get("/account/volgt")
    assert "bus, vragen" in page.get_text()
    assert "niets nieuws sinds u keek" in page.get_text()
    paths = {str(each["action"]).rsplit("/", 1)[1]: str(each["action"]) for each in page.select(".row form")}
    assert site.post(paths["bekijken"]).location == "/zoeken?q=bus&soort=vragen&volgorde=nieuwste"
    rename = paths["weg"].replace("/weg", "/naam")
    site.get(rename)
    site.post(rename, {"name": ""}, status=422)
    site.post(rename, {"name": "Busvervoer"})
    assert "Busvervoer" in site.get("/account/volgt").get_text()
    site.post(paths["weg"])
    assert "Busvervoer" not in [each.get_text() for each in site.get("/account/volgt").select(".row__title")]


@pytest.mark.sqlite_only
def test_a_search_that_finds_nothing_yet_can_be_saved_but_not_one_with_a_pupils_number(site: Site) -> None:
    rebuild(site.services.sessions, site.services.index)
    site.sign_in(make_person(site.session))

    form = site.get("/zoeken?q=onvindbaar").select_one("form[action^='/zoeken/bewaren']")
    assert form is not None
    site.post("/zoeken/bewaren?q=111222333")
    site.post("/zoeken/bewaren?q=bus&zonder=111222333")
    assert "111222333" not in site.get("/account/volgt").get_text()
    assert "Bewaarde zoekopdrachten" in site.get("/account/volgt").get_text()


@pytest.mark.sqlite_only
def test_the_number_of_statements_does_not_grow_with_what_is_followed_and_saved(site: Site, engine: Engine) -> None:
    rebuild(site.services.sessions, site.services.index)
    counts = []
    for number in (2, 12):
        person = make_person(site.session)
        for each in range(number):
            save_search(site.session, viewer(person), f"Bus {each}", Wish(f"bus {each}"), NOON)
        site.sign_in(person)
        with statements_of(engine) as statements:
            site.get("/account/volgt")
        counts.append(len(statements))

    assert counts[0] == counts[1]
