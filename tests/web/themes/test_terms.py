"""Moderators keep the words: what they typed stays when it is refused, and two of them lose nothing."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from werkzeug.test import TestResponse

from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.queries import read_words
from tests.factories.accounts import make_account
from tests.factories.index import index_all
from tests.factories.questions import make_question
from tests.factories.words import make_term
from tests.support.site import Site, parse

pytestmark = pytest.mark.sqlite_only
OLD = {"kind": "old", "term": "rugzak", "expansions": "arrangement\nextra ondersteuning", "note": "Tot 2014"}


@pytest.fixture
def moderated(site: Site) -> Site:
    """The site as a moderator sees it."""
    site.sign_in(make_account(site.session, Role.MODERATOR))
    return site


def opened(page: BeautifulSoup) -> dict[str, Any]:
    """The form of a page as a browser sends it."""
    fields = {
        each["name"]: each.get("value", "")
        for each in page.select("main form[novalidate] input[name]")
        if each["type"] != "checkbox" or each.has_attr("checked")
    }
    fields |= {each["name"]: each.get_text().removeprefix("\r\n") for each in page.select("main textarea")}
    for each in page.select("main form[novalidate] select"):
        chosen = each.select_one("option[selected]") or each.select_one("option")
        assert chosen is not None
        fields[str(each["name"])] = chosen["value"]
    return {str(name): value for name, value in fields.items()}


def errors(response: TestResponse) -> list[str]:
    return [each.get_text(strip=True) for each in parse(response).select(".error-summary li")]


def test_a_word_that_is_added_turns_an_empty_search_into_a_hit_at_once(moderated: Site) -> None:
    make_question(moderated.session, title="Een arrangement aanvragen", visibility=Visibility.PUBLIC)
    index_all(moderated.session, moderated.services.index)
    assert "Niets gevonden" in moderated.get("/zoeken?q=ransel").get_text()
    moderated.post("/themas/woorden/nieuw", OLD | {"term": "ransel"})
    page = moderated.get("/zoeken?q=ransel")
    assert [each.get_text(" ", strip=True) for each in page.select(".row__title")] == ["Een arrangement aanvragen"]
    assert "arrangement" in page.select(".also")[0].get_text()


def test_what_was_typed_stays_when_a_word_is_refused(moderated: Site) -> None:
    make_term(moderated.session, "arrangement", "maatwerk")
    refused = moderated.post("/themas/woorden/nieuw", OLD | {"term": "Arrangement"}, 422)
    assert errors(refused) == ["“arrangement” staat al in de lijst (synoniem). Wijzig dat woord."]
    page = parse(refused)
    assert {name: opened(page)[name] for name in OLD} == OLD | {"term": "Arrangement"}
    assert page.select_one("#term[aria-invalid=true]")
    assert "Vul een woord in." in errors(moderated.post("/themas/woorden/nieuw", OLD | {"term": " "}, 422))
    assert "ten minste één woord" in errors(moderated.post("/themas/woorden/nieuw", OLD | {"expansions": "\n"}, 422))[0]


def test_a_circle_is_refused_at_its_field(moderated: Site) -> None:
    make_term(moderated.session, "arrangement", "rugzak", kind=TermKind.OLD)
    told = errors(moderated.post("/themas/woorden/nieuw", OLD, 422))
    assert told == ["“arrangement” verwijst zelf al naar “rugzak”. Zo verwijzen de woorden in een kring."]


def test_only_an_abbreviation_counts_in_capitals_only(moderated: Site) -> None:
    moderated.post("/themas/woorden/nieuw", OLD | {"only_in_capitals": "y"})
    moderated.post(
        "/themas/woorden/nieuw",
        {"kind": "abbreviation", "term": "PP", "expansions": "plusplan", "only_in_capitals": "y"},
    )
    assert [each.only_in_capitals for each in read_words(moderated.session).terms] == [False, True]


def test_two_moderators_in_one_word_lose_nothing(moderated: Site) -> None:
    term = make_term(moderated.session, "arrangement", "maatwerk", "extra handen")
    url = f"/themas/woorden/{term.id}"
    first, second = opened(moderated.get(url)), opened(moderated.get(url))
    moderated.post(url, first | {"expansions": "maatwerk\nbegeleiding", "note": "Eerst"})
    clash = moderated.post(url, second | {"expansions": "maatwerk\nextra handen\nbudget", "note": "Straks"}, 422)
    page = parse(clash)
    assert "intussen gewijzigd" in page.get_text()
    merged = opened(page)
    assert merged["expansions"].splitlines() == ["maatwerk", "begeleiding", "budget"]
    assert merged["note"] == "Straks"
    assert "Eerst" in page.select_one(".error-summary").get_text()  # type: ignore[union-attr]
    moderated.post(url, merged)
    assert read_words(moderated.session).terms[0].expansions == ("maatwerk", "begeleiding", "budget")


def test_a_test_search_shows_before_and_after_and_saves_nothing(moderated: Site) -> None:
    make_question(moderated.session, title="Een arrangement aanvragen")
    make_question(moderated.session, title="De ransel van een leerling")
    index_all(moderated.session, moderated.services.index)
    tried = moderated.post("/themas/woorden/nieuw", OLD | {"term": "ransel", "trial": "ransel", "try": "1"}, 200)
    page = parse(tried)
    before, after = (each.get_text(" ", strip=True) for each in page.select("#trial-result .sides__side"))
    assert "1 gevonden" in before
    assert "Alleen gezocht op de woorden zelf" in before
    assert "2 gevonden" in after
    assert "“ransel”: ook gezocht op arrangement, extra ondersteuning" in after
    assert "Een arrangement aanvragen nieuw" in after
    assert opened(page)["expansions"] == OLD["expansions"]
    assert read_words(moderated.session).terms == ()


def test_a_test_search_of_a_change_leaves_out_what_would_go(moderated: Site) -> None:
    make_question(moderated.session, title="Een arrangement aanvragen")
    index_all(moderated.session, moderated.services.index)
    url = f"/themas/woorden/{make_term(moderated.session, 'ransel', 'arrangement', kind=TermKind.OLD).id}"
    changed = opened(moderated.get(url)) | {"expansions": "knapzak", "trial": "ransel", "try": "1"}
    before, after = parse(moderated.post(url, changed, 200)).select("#trial-result .sides__side")
    assert "Een arrangement aanvragen verdwijnt" in before.get_text(" ", strip=True)
    assert "0 gevonden" in after.get_text(" ", strip=True)


def test_a_word_is_taken_out_with_a_reason(moderated: Site) -> None:
    url = f"/themas/woorden/{make_term(moderated.session, 'ransel', 'arrangement').id}"
    assert errors(moderated.post(f"{url}/weg", {"reason": ""}, 422))
    moderated.post(f"{url}/weg", {"reason": "Niemand zegt dat"})
    assert read_words(moderated.session).terms == ()
    moderated.get(url, 404)


def test_the_list_is_narrowed_by_kind_and_by_what_a_word_means(moderated: Site) -> None:
    make_term(moderated.session, "ransel", "arrangement", kind=TermKind.OLD)
    make_term(moderated.session, "OPP", "ontwikkelingsperspectief", kind=TermKind.ABBREVIATION, in_capitals=True)
    for query, found in {
        "": ["OPP", "ransel"],
        "?soort=old": ["ransel"],
        "?woord=PERSPECTIEF": ["OPP"],
        "?woord=100%25": [],
    }.items():
        page = moderated.get(f"/themas/woorden{query}")
        assert [each.get_text(strip=True) for each in page.select(".row__title")] == found, query
