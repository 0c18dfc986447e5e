"""Keeping a profile true: confirming it, taking themes up and dropping them, and who sees that nobody confirmed."""

import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.themes.models import Theme
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site

LONG_AGO = NOON - dt.timedelta(weeks=6)


def asked_expert(site: Site, **values: object) -> Person:
    return make_expert(site.session, name="Eva Deskundig", asked_to_confirm_at=LONG_AGO, **values)


def themes_of(session: Session, expert: Person) -> list[str]:
    session.expire_all()
    profile = session.get_one(ExpertProfile, expert.id)
    session.refresh(profile, ["themes"])
    return [theme.slug for theme in profile.themes]


def answered_theme(site: Site, expert: Person, slug: str = "zorgplicht") -> Theme:
    theme = make_theme(site.session, slug, slug.capitalize())
    for accepted in (True, False):
        question = make_question(site.session, themes=[theme])
        make_answer(site.session, question, author=expert, accepted=accepted)
    return theme


def test_who_was_asked_finds_it_at_home_and_confirms_with_one_button(site: Site) -> None:
    expert = asked_expert(site)
    site.sign_in(expert)
    assert "Klopt uw profiel nog?" in site.get("/").get_text()

    assert site.get(f"/deskundigen/{expert.id}").select_one("section.panel form[action$='/klopt-nog']")
    response = site.post(f"/deskundigen/{expert.id}/klopt-nog", {})

    assert response.location == f"/deskundigen/{expert.id}"
    page = site.get(f"/deskundigen/{expert.id}")
    assert "Bevestigd op" in page.get_text()
    assert not page.select_one("section.panel")
    assert "Klopt uw profiel nog?" not in site.get("/").get_text()


@pytest.mark.sqlite_only
def test_nobody_confirms_the_profile_of_another(site: Site) -> None:
    expert = asked_expert(site)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))
    site.post(f"/deskundigen/{expert.id}/klopt-nog", {}, 403)
    assert site.session.get_one(ExpertProfile, expert.id).confirmed_at is None


def test_moderators_see_who_did_not_confirm_and_other_readers_do_not(site: Site) -> None:
    expert = asked_expert(site)
    make_expert(site.session, name="Noor Recent", asked_to_confirm_at=NOON - dt.timedelta(weeks=1))
    make_expert(site.session, name="Ben Bevestigd", asked_to_confirm_at=LONG_AGO, confirmed_at=NOON)
    site.sign_in(make_person(site.session, Role.MODERATOR))

    listed = site.get("/deskundigen/niet-bevestigd").get_text()
    assert "Eva Deskundig" in listed
    assert "Noor Recent" not in listed
    assert "Ben Bevestigd" not in listed
    assert "Niet bevestigd sinds" in site.get(f"/deskundigen/{expert.id}").get_text()

    site.sign_in(make_person(site.session, Role.COORDINATOR))
    assert "Niet bevestigd sinds" not in site.get(f"/deskundigen/{expert.id}").get_text()


@pytest.mark.sqlite_only
def test_a_theme_that_was_answered_on_is_suggested_and_taken_up(site: Site) -> None:
    expert = make_expert(site.session)
    answered_theme(site, expert)
    site.sign_in(expert)
    page = site.get(f"/deskundigen/{expert.id}")
    assert "2 antwoorden, waarvan 1 geaccepteerd." in " ".join(page.get_text().split())

    site.post(f"/deskundigen/{expert.id}/themas/zorgplicht/opnemen", {})

    assert themes_of(site.session, expert) == ["zorgplicht"]
    assert not site.get(f"/deskundigen/{expert.id}").select_one("#suggested")


@pytest.mark.sqlite_only
def test_one_answer_alone_suggests_nothing_and_others_never_see_suggestions(site: Site) -> None:
    expert = make_expert(site.session)
    make_answer(site.session, make_question(site.session, themes=[make_theme(site.session)]), author=expert)
    site.sign_in(expert)
    assert not site.get(f"/deskundigen/{expert.id}").select_one("#suggested")

    answered_theme(site, expert)
    assert site.get(f"/deskundigen/{expert.id}").select_one("#suggested")
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))
    assert not site.get(f"/deskundigen/{expert.id}").select_one("#suggested")


def test_what_is_dismissed_is_suggested_no_more_until_that_is_undone(site: Site) -> None:
    expert = make_expert(site.session)
    answered_theme(site, expert)
    site.sign_in(expert)

    site.post(f"/deskundigen/{expert.id}/themas/zorgplicht/niet-voorstellen", {})
    assert not site.get(f"/deskundigen/{expert.id}").select_one("#suggested")

    site.post(f"/deskundigen/{expert.id}/themas/zorgplicht/weer-voorstellen", {})
    assert site.get(f"/deskundigen/{expert.id}").select_one("#suggested")


def test_a_ninth_theme_leads_to_where_one_can_be_dropped(site: Site) -> None:
    expert = make_expert(site.session, themes=[make_theme(site.session) for _number in range(8)])
    make_theme(site.session, "zorgplicht")
    site.sign_in(expert)

    response = site.post(f"/deskundigen/{expert.id}/themas/zorgplicht/opnemen", {})

    assert response.location == f"/deskundigen/{expert.id}/bewerken"
    assert len(themes_of(site.session, expert)) == 8


def test_a_theme_is_dropped_and_can_be_put_back(site: Site) -> None:
    expert = make_expert(site.session, themes=[make_theme(site.session, "zorgplicht")])
    site.sign_in(expert)
    site.post(f"/deskundigen/{expert.id}/themas/zorgplicht/weghalen", {})
    assert themes_of(site.session, expert) == []
    page = site.get(f"/deskundigen/{expert.id}")
    assert page.select_one("form[action$='/themas/zorgplicht/opnemen']")


@pytest.mark.sqlite_only
def test_accepted_answers_stand_on_the_profile_as_facts_as_far_as_they_may_be_seen(site: Site) -> None:
    expert = make_expert(site.session)
    answered_theme(site, expert)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    assert "1 geaccepteerd antwoord over zorgplicht" in site.get(f"/deskundigen/{expert.id}").get_text()
