"""Articles as their readers and moderators see them, without script."""

import json

import pytest
from bs4 import BeautifulSoup

from samenspraak.indexing.upkeep import rebuild
from samenspraak.knowledge.kinds import ArticleState
from samenspraak.knowledge.models.article import Article
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Visibility
from tests.factories.articles import NEXT_YEAR, TODAY, make_article, make_remark
from tests.factories.people import make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only

SECRET = "kanariegeel"


@pytest.fixture
def writer(site: Site) -> Person:
    return make_person(site.session, Role.MODERATOR, name="Wil Schrijver")


@pytest.fixture
def second(site: Site) -> Person:
    return make_person(site.session, Role.MODERATOR, name="Tess Tweede")


@pytest.fixture
def article(site: Site, writer: Person) -> Article:
    return make_article(site.session, owner=writer)


def fields_of(page: BeautifulSoup) -> dict[str, str]:
    """What the form of an article sends when nothing was changed."""
    form = page.select_one("form[action*='/kennis']:has([name=title])")
    assert form is not None
    sent = {each["name"]: each.get("value", "") for each in form.select("input[name]") if each["type"] != "radio"}
    sent |= {each["name"]: each["value"] for each in form.select("input[type=radio][checked]")}
    sent |= {each["name"]: each.get_text().removeprefix("\r\n").removeprefix("\n") for each in form.select("textarea")}
    for each in form.select("select"):
        chosen = each.select_one("option[selected]") or each.select_one("option")
        sent[each["name"]] = chosen["value"]
    del sent["csrf_token"]
    return sent


def titles(site: Site, path: str = "/kennis") -> list[str]:
    return [" ".join(row.get_text().split()) for row in site.get(path).select(".row__title")]


def test_a_visitor_reads_what_is_open_and_nothing_else(site: Site, writer: Person) -> None:
    theme = make_theme(site.session, "vervoer", "Vervoer")
    given = {"owner": writer, "themes": [theme]}
    make_article(site.session, title="Open voor iedereen", **given)
    make_article(site.session, title=f"Besloten {SECRET}", slug="besloten", public=False, **given)
    make_article(site.session, title=f"Concept {SECRET}", slug="concept", published=False, **given)
    make_article(site.session, title=f"Oud {SECRET}", slug="oud", state=ArticleState.OBSOLETE, **given)
    site.session.commit()
    rebuild(site.services.sessions, site.services.index)
    for path in ("/kennis", f"/zoeken?q={SECRET}", "/zoeken?q=iedereen", "/themas/vervoer", "/kennis?stand=draft"):
        assert not [row for row in site.get(path).select(".row") if SECRET in row.get_text()]
    assert titles(site) == ["Open voor iedereen"]
    assert "Open voor iedereen" in titles(site, "/zoeken?q=iedereen")
    assert "Open voor iedereen" in titles(site, "/themas/vervoer")
    for slug, status in (("besloten", 404), ("concept", 404), ("oud", 200)):
        site.get(f"/kennis/{slug}", status)
    site.sign_in(make_person(site.session))
    assert titles(site) == [f"Besloten {SECRET}", "Open voor iedereen"]
    site.get("/kennis/concept", 404)
    assert titles(site, f"/zoeken?q={SECRET}") == [f"Besloten {SECRET}"]


def test_a_moderator_makes_an_article_of_a_question(site: Site, writer: Person, second: Person) -> None:
    question = make_question(site.session, title="Wie betaalt de taxi?", visibility=Visibility.PUBLIC)
    make_answer(site.session, question, accepted=True, body="De gemeente betaalt.")
    site.sign_in(writer)
    act = site.get(f"/vragen/{question.id}").select_one("form[action*='van-vraag']")
    form = site.get(site.post(act["action"]).location)
    sent = fields_of(form)
    assert (sent["title"], sent["body_1"]) == ("Wie betaalt de taxi?", "De gemeente betaalt.")
    site.post("/kennis/wie-betaalt-de-taxi/bewerken", sent | {"summary": "De gemeente."})
    site.post("/kennis/wie-betaalt-de-taxi/voorleggen")
    own = site.post("/kennis/wie-betaalt-de-taxi/beoordelen/1", {"outcome": "accept"}, 422)
    assert "Een andere moderator beoordeelt het." in own.text
    site.sign_out()
    site.sign_in(second)
    site.post("/kennis/wie-betaalt-de-taxi/beoordelen/1", {"outcome": "back"}, 422)
    site.post("/kennis/wie-betaalt-de-taxi/beoordelen/1", {"outcome": "accept"})
    site.sign_out()
    page = site.get("/kennis/wie-betaalt-de-taxi").select_one("main").get_text(" ", strip=True)
    assert "De gemeente betaalt." in page
    assert "Hiervan is een artikel gemaakt" in site.get(f"/vragen/{question.id}").get_text()


def test_of_an_anonymous_question_nobody_reads_who_asked(site: Site, writer: Person) -> None:
    asker = make_person(site.session, Role.COORDINATOR, name="Anna Verborgen")
    question = make_question(site.session, asker=asker, is_anonymous=True)
    make_answer(site.session, question, accepted=True)
    site.sign_in(writer)
    site.post(f"/kennis/van-vraag/{question.id}")
    assert "Anna Verborgen" not in site.get("/kennis/wie-betaalt-het-vervoer").select_one("main").get_text()


def test_sections_are_added_moved_and_removed_by_buttons(site: Site, writer: Person, article: Article) -> None:
    site.sign_in(writer)
    url = f"/kennis/{article.slug}/bewerken"
    sent = fields_of(site.get(url))
    for act, bodies in (
        ("add-0", ["De gemeente beslist.", ""]),
        ("up-1", ["", "De gemeente beslist."]),
        ("remove-0", ["De gemeente beslist."]),
    ):
        shown = fields_of(BeautifulSoup(site.post(url, sent | {"act": act}, 200).text, "html.parser"))
        assert [shown[name] for name in sorted(shown) if name.startswith("body_")] == bodies
        sent = shown
    assert fields_of(site.get(url))["body_0"] == "De gemeente beslist."


def test_two_moderators_at_once_lose_nothing(site: Site, writer: Person, second: Person, article: Article) -> None:
    url = f"/kennis/{article.slug}/bewerken"
    site.sign_in(writer)
    mine = fields_of(site.get(url))
    site.sign_out()
    site.sign_in(second)
    theirs = fields_of(site.get(url))
    site.post(url, theirs | {"body_0": "De gemeente beslist, zegt Tess.", "theme_1": "0"})
    site.sign_out()
    site.sign_in(writer)
    shown = site.post(url, mine | {"body_0": "De school beslist, zegt Wil.", "title": "Wie beslist"}, 422)
    page = BeautifulSoup(shown.text, "html.parser")
    merged = fields_of(page)
    assert "Tess Tweede bewaarde een andere versie" in page.get_text()
    assert merged["title"] == "Wie beslist"
    assert "Tess" in merged["body_0"]
    assert "Wil" in merged["body_0"]
    assert fields_of(site.get(url))["body_0"] == "De gemeente beslist, zegt Tess."
    site.post(url, merged)
    assert fields_of(site.get(url))["title"] == "Wie beslist"


@pytest.mark.parametrize("base", ["", "[", json.dumps({"key_0": 1}), json.dumps([1])])
def test_a_base_that_cannot_be_read_loses_nothing(site: Site, writer: Person, article: Article, base: str) -> None:
    site.sign_in(writer)
    url = f"/kennis/{article.slug}/bewerken"
    sent = fields_of(site.get(url)) | {"seen": "iets", "base": base, "body_0": "Iets anders."}
    merged = fields_of(BeautifulSoup(site.post(url, sent, 422).text, "html.parser"))
    assert "Iets anders." in merged["body_0"]
    assert "De gemeente beslist." in merged["body_0"]


def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(site: Site, writer: Person, article: Article) -> None:
    site.sign_in(writer)
    url = f"/kennis/{article.slug}/bewerken"
    sent = fields_of(site.get(url))
    wrong = {"title": "", "review_on": TODAY.isoformat(), "body_0": "Bel Jan op 06-12345678."}
    page = BeautifulSoup(site.post(url, sent | wrong, 422).text, "html.parser")
    assert fields_of(page)["body_0"] == wrong["body_0"]
    assert "Geef het artikel een titel." in page.get_text()
    assert "telefoonnummer" in page.get_text()
    late = site.post(url, sent | {"review_on": TODAY.isoformat()}, 422)
    assert "Kies een dag die nog komt." in late.text


def test_an_overdue_article_says_so_to_every_reader(site: Site, writer: Person) -> None:
    late = make_article(site.session, owner=writer, review_on=TODAY)
    assert "opnieuw bekeken worden" in site.get(f"/kennis/{late.slug}").select_one(".remark").get_text()


def test_an_obsolete_article_leads_on_or_says_that_it_is(site: Site, writer: Person, article: Article) -> None:
    gone = {"owner": writer, "state": ArticleState.OBSOLETE, "obsolete_because": "De wet veranderde"}
    make_article(site.session, title="Oud", successor_id=article.id, **gone)
    make_article(site.session, title="Weg", **gone)
    assert site.fetch("GET", "/kennis/oud").location == f"/kennis/{article.slug}"
    page = site.get("/kennis/weg").get_text()
    assert "Dit artikel geldt niet meer." in page
    assert "De wet veranderde" in page


def test_an_article_is_retired_and_renewed(site: Site, writer: Person, article: Article) -> None:
    site.sign_in(writer)
    site.post(f"/kennis/{article.slug}/klopt-nog", {"review_on": TODAY.isoformat()}, 422)
    site.post(f"/kennis/{article.slug}/klopt-nog", {"review_on": NEXT_YEAR.isoformat()})
    site.post(f"/kennis/{article.slug}/vervallen", {"because": ""}, 422)
    site.post(f"/kennis/{article.slug}/vervallen", {"because": "De wet veranderde", "successor": ""})
    site.get(f"/kennis/{article.slug}/bewerken", 422)
    site.post(f"/kennis/{article.slug}/oppakken")
    site.get(f"/kennis/{article.slug}/bewerken")


def test_versions_are_compared_and_put_back(site: Site, writer: Person, article: Article) -> None:
    site.sign_in(writer)
    url = f"/kennis/{article.slug}"
    site.post(f"{url}/bewerken", fields_of(site.get(f"{url}/bewerken")) | {"body_0": "De gemeente beslist snel."})
    shown = site.get(f"{url}/versies")
    assert [each.get_text() for each in shown.select("ins")] != []
    sent = {"seen": site.get(f"{url}/versies/1/terugzetten").select_one("[name=seen]")["value"]}
    site.post(f"{url}/versies/1/terugzetten", sent | {"reason": ""}, 422)
    site.post(f"{url}/versies/1/terugzetten", sent | {"reason": "Het klopte toch"})
    assert fields_of(site.get(f"{url}/bewerken"))["body_0"] == "De gemeente beslist."
    site.get(f"{url}/versies/9/terugzetten", 404)


def test_a_reader_tells_what_is_wrong_and_a_moderator_handles_it(site: Site, writer: Person, article: Article) -> None:
    site.sign_in(make_person(site.session, name="Loes Lezer"))
    site.post(f"/kennis/{article.slug}/hielp", {"helped": "yes"})
    assert "1 van 1 lezers" in site.get(f"/kennis/{article.slug}").get_text()
    site.post(f"/kennis/{article.slug}/klopt-niet", {"body": ""}, 422)
    site.post(f"/kennis/{article.slug}/klopt-niet", {"body": "Dit is sinds augustus anders.", "submission": "s"})
    site.sign_out()
    site.sign_in(writer)
    waiting = site.get("/kennis/opmerkingen")
    assert "Dit is sinds augustus anders." in waiting.get_text()
    act = waiting.select_one("form[action*='/kennis/opmerkingen/']")
    site.post(act["action"], {"outcome": "changed"})
    assert "Er wacht geen opmerking." in site.get("/kennis/opmerkingen").get_text()


def test_only_moderators_read_remarks(site: Site, writer: Person, article: Article) -> None:
    make_remark(site.session, article, body=f"Opmerking {SECRET}")
    site.sign_in(make_person(site.session))
    assert SECRET not in site.get(f"/kennis/{article.slug}").get_text()
    site.get("/kennis/opmerkingen", 403)


def test_an_article_answers_while_someone_asks(site: Site, writer: Person) -> None:
    make_article(site.session, owner=writer, title="Wie betaalt de taxi naar school")
    site.session.commit()
    rebuild(site.services.sessions, site.services.index)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    typed = {"title": "Wie betaalt de taxi naar school?", "body": "Onze leerling gaat met de taxi."}
    assert "Wie betaalt de taxi naar school" in site.post("/vragen/nieuw/voorstel", typed, 200).text
