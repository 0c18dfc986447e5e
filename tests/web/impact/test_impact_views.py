"""The figures of what answers led to, for moderators."""

import pytest

from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Use
from tests.factories.people import make_person, make_theme
from tests.factories.questions import make_answer, make_impact, make_question
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only


def test_an_empty_page_says_what_will_come(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    assert "Er is nog niemand gevraagd." in site.get("/moderatie/gebruik").get_text()


def test_figures_stand_by_half_year_and_theme_and_can_be_taken_along(site: Site) -> None:
    theme = make_theme(site.session, label="=Zorgplicht")
    for used in (Use.YES, Use.NO, None):
        question = make_question(site.session, themes=[theme])
        make_impact(site.session, make_answer(site.session, question, accepted=True), used=used)
    site.sign_in(make_person(site.session, Role.MODERATOR))
    page = site.get("/moderatie/gebruik")
    assert "3 keer gevraagd, 2 keer antwoord gekregen: 1 keer gebruikt" in page.get_text()
    captions = [each.get_text() for each in page.select("caption")]
    assert captions[-1] == "Wat antwoorden opleverden per thema, eerste half jaar van 2013"
    lines = site.fetch("GET", "/moderatie/gebruik.csv").text.splitlines()
    assert lines[1:] == ["2013-1;alle thema’s;3;2;1;0;1;0", "2013-1;'=Zorgplicht;3;2;1;0;1;0"]


def test_the_desk_of_moderators_leads_there(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))
    assert site.get("/moderatie").select("a[href='/moderatie/gebruik']") != []
