"""What one may type: anything. Synonyms are searched for too, and said."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samenspraak.questions.kinds import Visibility
from samenspraak.themes.actions import load_starting_content
from tests.factories.people import make_expert
from tests.factories.questions import make_question
from tests.support.site import Site
from tests.web.search.searching import fill, search, titles

PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["bus", '"', "“", "-", "thema:", "sector:", "deskundige:", "AND", "*", "~2", "[a TO b]", "^9", "\\", ":"]
    ),
)


def test_what_else_was_searched_for_is_said_and_can_be_left_out(site: Site) -> None:
    load_starting_content(site.session)
    make_question(site.session, title="Een toelaatbaarheidsverklaring aanvragen", visibility=Visibility.PUBLIC)
    make_question(site.session, title="De TLV is er", visibility=Visibility.PUBLIC)
    fill(site)
    page = search(site, "tlv")
    assert set(titles(page)) == {"Een toelaatbaarheidsverklaring aanvragen", "De TLV is er"}
    assert "Ook gezocht op: toelaatbaarheidsverklaring" in page.get_text(" ", strip=True)
    own = page.find("a", string="Zoek alleen op uw eigen woorden")
    assert own is not None
    precise = site.get(str(own["href"]))
    assert titles(precise) == ["De TLV is er"]
    assert "Ook gezocht op" not in precise.get_text()


@pytest.mark.sqlite_only
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(PIECES, max_size=8).map(" ".join), page=st.text(max_size=6), choice=st.text(max_size=9))
@example(typed="\0", page="-1", choice="\0")
@example(typed="a" * 70_000, page="9" * 99, choice="po")
@example(typed='"' * 999, page="٣", choice="ja")
@example(typed="-" * 999 + "bus", page="0", choice="nieuwste")
@example(typed="thema:thema:thema", page="1", choice="ja")
@example(typed="\ud800", page="1", choice="x")
def test_no_words_are_a_fault(site: Site, typed: str, page: str, choice: str) -> None:
    if site.services.index.needs_rebuild():
        make_question(site.session, title="De bus", visibility=Visibility.PUBLIC)
        site.sign_in(make_expert(site.session, expertise="Kent de bus."))
        fill(site)
    names = ("soort", "thema", "sector", "antwoord", "periode", "volgorde", "precies")
    query = {"q": typed.encode("utf-8", "surrogatepass"), "pagina": page, **dict.fromkeys(names, choice)}
    response = site._client.get("/zoeken", query_string=query)
    assert response.status_code in {200, 302}
