"""Light or dark, Dutch or English, with or without the key to the search box."""

import pytest

from tests.support.site import Site


def test_a_visitor_chooses_dark_and_is_back_where_the_choice_was_made(site: Site) -> None:
    response = site.post("/voorkeuren", {"theme": "dark", "next": "/contact"})

    assert response.location == "/contact"
    page = site.get("/contact")
    assert page.html is not None
    assert page.html["data-theme"] == "dark"
    site.post("/voorkeuren", {"theme": ""})
    followed = site.get("/contact").html
    assert followed is not None
    assert not followed.has_attr("data-theme")


@pytest.mark.sqlite_only
def test_choosing_a_language_leaves_the_theme_alone(site: Site) -> None:
    site.post("/voorkeuren", {"theme": "dark"})
    site.post("/voorkeuren", {"language": "en"})

    page = site.get("/contact").html

    assert page is not None
    assert (page["lang"], page["data-theme"]) == ("en", "dark")


@pytest.mark.sqlite_only
def test_the_key_that_leads_to_the_search_box_can_be_turned_off_and_on(site: Site) -> None:
    assert site.get("/contact").select_one("#site-search[aria-keyshortcuts='/']")
    site.post("/voorkeuren", {"shortcut": "uit", "next": "/uitleg"})
    assert not site.get("/contact").select_one("[aria-keyshortcuts]")
    site.post("/voorkeuren", {"theme": "dark"})
    assert site.get("/uitleg").find("button", string="Zet de toets / aan")
    site.post("/voorkeuren", {"shortcut": ""})
    assert site.get("/contact").select_one("#site-search[aria-keyshortcuts='/']")


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "choice", [{"theme": "paars"}, {"language": "xx"}, {"shortcut": "weg"}, {"theme": "dark\r\nSet-Cookie: a=b"}, {}]
)
def test_a_choice_that_does_not_exist_changes_nothing(site: Site, choice: dict[str, str]) -> None:
    response = site.post("/voorkeuren", choice)

    assert response.location == "/"
    assert not [
        value for name, value in response.headers if name == "Set-Cookie" and not value.startswith("samenspraak")
    ]


@pytest.mark.sqlite_only
def test_looking_at_the_address_does_nothing(site: Site) -> None:
    site.get("/voorkeuren", 405)
