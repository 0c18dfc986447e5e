"""The list of themes and the page of each: for everyone, filled by what its reader may see."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup

from samenspraak.following.models import Follow
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import HelpfulVote
from samenspraak.themes.models import ThemeSynonym
from tests.factories.experiences import make_experience
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.factories.words import make_group
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only


def facts_of(page: BeautifulSoup) -> dict[str, str]:
    """What the list says of each theme."""
    return {
        row.select_one(".row__title").get_text(strip=True): row.select_one(".facts").get_text(" ", strip=True)  # type: ignore[union-attr]
        for row in page.select(".theme-list > .row")
    }


def titles(page: BeautifulSoup, anchor: str) -> list[str]:
    return [each.get_text(strip=True) for each in page.select(f"section[aria-labelledby={anchor}] .row__title")]


def test_themes_stand_by_group_with_how_much_their_reader_may_see(site: Site) -> None:
    session = site.session
    group, other = make_group(session, "Geld"), make_group(session, "Zorg")
    money, care, loose = (
        make_theme(session, "geld", "Bekostiging"),
        make_theme(session, "zorg", "Jeugdhulp"),
        make_theme(session, "los", "Los"),
    )
    money.group_id, care.group_id = group.id, other.id
    make_question(session, themes=[money], visibility=Visibility.PUBLIC)
    make_question(session, themes=[money], visibility=Visibility.SIGNED_IN)
    make_question(session, themes=[money], visibility=Visibility.RESTRICTED)
    answered = make_question(session, themes=[money], visibility=Visibility.PUBLIC)
    make_answer(session, answered)
    make_answer(session, answered, held_at=NOON)

    page = site.get("/themas")
    assert [each.get_text(strip=True) for each in page.select("h2")] == ["Geld", "Zorg", "Overige thema’s"]
    assert facts_of(page) == {
        "Bekostiging": "1 open vraag 1 antwoord",
        "Jeugdhulp": "nog geen vragen",
        "Los": "nog geen vragen",
    }
    assert not page.select(".theme-list button")
    site.sign_in(make_person(session))
    assert facts_of(site.get("/themas"))["Bekostiging"] == "2 open vragen 1 antwoord"
    assert loose.slug == "los"


def test_a_theme_is_followed_from_the_list_and_from_its_page(site: Site) -> None:
    theme, person = make_theme(site.session, "geld", "Bekostiging"), make_person(site.session)
    site.sign_in(person)
    button = site.get("/themas").select_one(".theme-list button")
    assert button is not None
    assert (button["aria-pressed"], button.get_text(strip=True)) == ("false", "Volg: Bekostiging")
    site.post("/volgen/thema/geld", {"follow": "yes", "next": "/themas"})
    assert site.session.query(Follow).filter_by(theme_id=theme.id, person_id=person.id).count() == 1
    assert site.get("/themas").select(".theme-list button[aria-pressed=true]")
    assert site.get("/themas/geld").select(".columns__main button[aria-pressed=true]")


def test_the_page_of_a_theme_shows_what_there_is_on_it(site: Site) -> None:
    session = site.session
    theme = make_theme(session, "geld", "Bekostiging")
    theme.group_id, theme.note = make_group(session, "Geld").id, "Niet: schoolgeld."
    other = make_theme(session, "reserve", "Reserves")
    other.group_id = theme.group_id
    session.add_all(
        ThemeSynonym(theme_id=theme.id, position=at, text=text, is_old=text == "rugzakgeld")
        for at, text in enumerate(("verevening", "rugzakgeld"))
    )
    expert, silent = (
        make_expert(session, themes=[theme], name="Ans Vlot"),
        make_expert(session, themes=[theme], name="Aad Stil"),
    )
    make_question(session, themes=[theme], title="Wie betaalt?")
    liked = make_answer(session, make_question(session, themes=[theme], title="Wat is verevening?"), author=expert)
    session.add(HelpfulVote(answer_id=liked.id, person_id=silent.id, voted_at=NOON))
    make_answer(
        session, make_question(session, themes=[theme], title="Hoe telt de teldatum?"), author=expert, accepted=True
    )
    make_answer(session, make_question(session, themes=[theme], title="Niet nuttig"), author=silent)
    over = make_answer(session, make_question(session, themes=[theme], title="Verlopen"), author=expert, accepted=True)
    over.valid_until = NOON.date() - dt.timedelta(days=1)
    make_experience(session, themes=[theme], title="Een rekenblad")
    site.sign_in(make_person(session))

    page = site.get("/themas/geld")
    assert titles(page, "open") == ["Wie betaalt?"]
    assert titles(page, "best") == ["Hoe telt de teldatum?", "Wat is verevening?"]
    assert titles(page, "worked-out") == ["Een rekenblad"]
    experts = [each.get_text(strip=True) for each in page.select("section[aria-labelledby=experts] .person__name")]
    assert experts == ["Ans Vlot", "Aad Stil"]
    text = page.get_text(" ", strip=True)
    assert "2 geaccepteerde antwoorden op dit thema" in text
    assert "Niet: schoolgeld." in text
    assert "Vroeger: rugzakgeld." in text
    assert page.select_one("a[href='/themas/reserve']")
    assert not page.select_one("a[href='/themas/geld/bewerken']")


def test_a_visitor_reads_what_is_public_and_no_expert_or_experience(site: Site) -> None:
    session = site.session
    theme = make_theme(session, "geld", "Bekostiging")
    expert = make_expert(session, themes=[theme], name="Ans Vlot")
    make_question(session, themes=[theme], title="Open voor wie inlogt")
    shown = make_question(session, themes=[theme], title="Openbaar", visibility=Visibility.PUBLIC)
    make_answer(session, shown, author=expert, accepted=True)
    hidden = make_question(session, themes=[theme], title="Besloten", visibility=Visibility.RESTRICTED)
    make_answer(session, hidden, author=expert, accepted=True)
    make_experience(session, themes=[theme], title="Een rekenblad")

    page = site.get("/themas/geld")
    assert titles(page, "best") == ["Openbaar"]
    text = page.get_text()
    for kept in ("Open voor wie inlogt", "Besloten", "Ans Vlot", "Een rekenblad"):
        assert kept not in text
    assert page.select_one("main a[href='/inloggen?next=/themas/geld']")


def test_themes_stand_under_knowledge_in_the_menu_and_a_theme_that_is_not_there_is_not_found(site: Site) -> None:
    link = site.get("/themas").select_one(".site-nav a[aria-current=page]")
    assert link is not None
    assert link.get_text(strip=True) == "Kennis"
    parts = [each.get_text(strip=True) for each in site.get("/themas").select("nav.tabs a")]
    assert parts == ["Artikelen", "Thema’s", "Bronnen"]
    site.get("/themas/bestaatniet", 404)
