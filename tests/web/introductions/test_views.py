"""Introductions as both sides see them: no address before both agreed, and none for anyone else."""

import pytest

from samenspraak.conversations.actions import agree
from samenspraak.people.kinds import Role
from tests.factories.experiences import make_experience
from tests.factories.introductions import make_coordinator, make_introduction
from tests.factories.people import make_person, organisation_of, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON, Site


def test_from_a_proposal_to_each_others_address(site: Site) -> None:
    one, other = make_coordinator(site.session, "SWV De Brug", "Roos"), make_coordinator(site.session, "SWV De Vlinder")
    experience = make_experience(site.session, organisation_of(site.session, other), title="Een loket voor ouders")
    site.sign_in(one)

    form = site.get(f"/kennismakingen/nieuw?ervaring={experience.id}").get_text()
    assert "Een loket voor ouders" in form
    assert "SWV De Vlinder" in form
    new = f"/kennismakingen/nieuw?ervaring={experience.id}"
    data = {"organisation_id": organisation_of(site.session, one).id, "other_id": experience.organisation_id}
    assert "Schrijf waarover u wilt praten" in site.post(new, data, status=422).text
    site.post(new, {**data, "words": "Hoe begonnen jullie?"})
    page = site.get("/kennismakingen").get_text()
    assert "Wacht op de ander" in page
    assert other.email not in page

    site.sign_in(other)
    home = site.get("/").get_text()
    assert "Kennismaken met SWV De Brug" in home
    page = site.get("/kennismakingen")
    assert "Hoe begonnen jullie?" in page.get_text()
    assert one.email not in page.get_text()
    act = page.select_one("form[action$=akkoord]")
    assert act is not None
    site.post(str(act["action"]))
    assert one.email in site.get("/kennismakingen").get_text()
    site.sign_in(one)
    assert other.email in site.get("/kennismakingen").get_text()


def test_a_moderator_sees_it_without_addresses_and_a_third_partnership_not_at_all(site: Site) -> None:
    one, other = make_coordinator(site.session), make_coordinator(site.session)
    introduction = make_introduction(site.session, one, other, words="Over convenanten")
    agree(site.session, viewer(other), introduction.id, NOON)
    site.sign_in(make_person(site.session, Role.MODERATOR))

    page = site.get("/kennismakingen").get_text()
    assert "Over convenanten" in page
    assert one.email not in page
    site.sign_in(make_coordinator(site.session))
    assert "Over convenanten" not in site.get("/kennismakingen").get_text()
    site.post(f"/kennismakingen/{introduction.id}/akkoord", status=404)


def test_a_moderator_proposes_two_to_each_other(site: Site) -> None:
    one, other = make_coordinator(site.session, "SWV De Brug"), make_coordinator(site.session, "SWV De Vlinder")
    first, second = organisation_of(site.session, one).id, organisation_of(site.session, other).id
    site.sign_in(make_person(site.session, Role.MODERATOR))

    form = site.get(f"/kennismakingen/nieuw?met={second}&voor={first}")
    [chosen] = form.select("select[name=organisation_id] option[selected]")
    assert chosen.get_text() == "SWV De Brug"
    assert "Waarover kunnen zij praten?" in form.get_text()
    assert "Welk samenwerkingsverband stelt u voor?" in form.get_text()
    words = {"organisation_id": first, "other_id": second, "words": "U zoekt hetzelfde."}
    site.post(f"/kennismakingen/nieuw?met={second}", words)
    assert "Beide samenwerkingsverbanden krijgen bericht" in site.get("/kennismakingen").get_text()
    again = site.post(f"/kennismakingen/nieuw?met={second}", words)

    assert again.location == "/kennismakingen"
    for person in (one, other):
        site.sign_in(person)
        assert "U zoekt hetzelfde." in site.get("/kennismakingen").get_text()


def test_declining_takes_words_and_coming_too_late_is_no_error(site: Site) -> None:
    one, other = make_coordinator(site.session), make_coordinator(site.session)
    introduction = make_introduction(site.session, one, other)
    site.sign_in(other)

    site.get(f"/kennismakingen/{introduction.id}/afslaan")
    site.post(f"/kennismakingen/{introduction.id}/afslaan", {"words": "Wij stoppen hiermee."})
    site.post(f"/kennismakingen/{introduction.id}/akkoord")
    assert "al besloten" in site.get("/kennismakingen").get_text()
    site.sign_in(one)
    assert "Wij stoppen hiermee." in site.get("/kennismakingen").get_text()
    site.post(f"/kennismakingen/{introduction.id}/intrekken")


@pytest.mark.sqlite_only
def test_an_anonymous_question_leads_to_nobody(site: Site) -> None:
    other = make_coordinator(site.session, "SWV Geheim")
    question = make_question(site.session, asker=other, is_anonymous=True)
    site.sign_in(make_coordinator(site.session))

    assert "SWV Geheim" not in site.get(f"/kennismakingen/nieuw?vraag={question.id}", status=404).get_text()


@pytest.mark.sqlite_only
def test_who_coordinates_nothing_else_has_nothing_to_propose(site: Site) -> None:
    one = make_coordinator(site.session)
    own = organisation_of(site.session, one).id
    site.sign_in(one)

    site.get(f"/kennismakingen/nieuw?met={own}", status=404)
    assert "Stel voor aan elkaar" not in site.get(f"/samenwerkingsverbanden/{own}").get_text()


@pytest.mark.sqlite_only
def test_for_whom_the_address_asks_counts_for_moderators_alone(site: Site) -> None:
    one, other, third = (make_coordinator(site.session) for _number in range(3))
    asked = f"/kennismakingen/nieuw?met={organisation_of(site.session, other).id}"
    site.sign_in(one)

    form = site.get(f"{asked}&voor={organisation_of(site.session, third).id}")
    [chosen] = form.select("[name=organisation_id]")
    assert chosen["value"] == str(organisation_of(site.session, one).id)
    assert "Waarover wilt u praten?" in form.get_text()
