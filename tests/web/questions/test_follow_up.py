"""Asking on: a new question that begins with the one that it follows up."""

import pytest
from bs4 import BeautifulSoup

from samenspraak.people.kinds import Role, Sector
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_person, make_theme
from tests.factories.questions import make_question
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only


def checked(page: BeautifulSoup, name: str) -> list[str]:
    return [str(each["value"]) for each in page.select(f"[name={name}][checked]")]


@pytest.mark.parametrize("is_own", [True, False])
def test_a_follow_up_takes_over_the_themes_the_sector_and_who_may_read_it(site: Site, *, is_own: bool) -> None:
    theme, person = make_theme(site.session, label="Zorgplicht"), make_person(site.session, Role.COORDINATOR)
    asker = person if is_own else make_person(site.session, Role.COORDINATOR)
    origin = make_question(
        site.session,
        asker=asker,
        themes=[theme],
        sector=Sector.SECONDARY,
        visibility=Visibility.PUBLIC,
        is_anonymous=True,
    )
    site.sign_in(person)

    form = site.get(f"/vragen/nieuw?vervolg={origin.id}")

    assert checked(form, "themes") == [str(theme.id)]
    assert checked(form, "sector") == ["vo"]
    assert checked(form, "visibility") == ["public"]
    assert bool(checked(form, "is_anonymous")) is is_own
    link = form.select_one(f"main a[href='/vragen/{origin.id}']")
    assert link is not None
    assert origin.title in link.get_text()
