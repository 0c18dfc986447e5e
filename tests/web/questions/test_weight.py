"""With what weight an answer speaks, on its page: until when, on what it rests, who signs it, and that it is held."""

import datetime as dt

import pytest

from samenspraak.indexing.upkeep import rebuild
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import Answer
from tests.factories.people import make_expert, make_organisation, make_person, make_spokesperson, make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON, Site

TODAY = NOON.date()


def text_at(site: Site, question_id: int, selector: str) -> str:
    found = site.get(f"/vragen/{question_id}").select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


@pytest.mark.sqlite_only
def test_an_answer_is_given_with_its_last_day_and_what_it_rests_on(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    site.sign_in(expert)
    voice = f"personal:{expert.assignments[0].organisation_id}"
    form = {"body": "Ja.", "voice": voice, "basis": "art. 18a lid 6 WPO", "valid_until": "2013-08-01"}
    site.post(f"/vragen/{question.id}/antwoorden", form)
    shown = text_at(site, question.id, ".answer")
    assert "geldig tot en met 1 augustus 2013" in shown.replace("\xa0", " ")
    assert "Berust op art. 18a lid 6 WPO" in shown


def test_a_last_day_that_is_not_to_come_is_refused_at_its_field(site: Site) -> None:
    question, expert = make_question(site.session), make_expert(site.session)
    site.sign_in(expert)
    voice = f"personal:{expert.assignments[0].organisation_id}"
    form = {"body": "Ja.", "voice": voice, "valid_until": TODAY.isoformat()}
    response = site.post(f"/vragen/{question.id}/antwoorden", form, status=422)
    assert "Kies een dag die nog komt, of laat dit leeg." in response.text
    assert site.session.query(Answer).count() == 0


@pytest.mark.sqlite_only
def test_after_its_last_day_an_answer_says_so_at_its_top_and_asks_its_author(site: Site) -> None:
    question, author = make_question(site.session), make_expert(site.session)
    make_answer(site.session, question, author=author, valid_until=TODAY - dt.timedelta(days=1))
    site.sign_in(make_person(site.session))
    assert "Dit antwoord gold tot en met 13 maart 2013." in text_at(site, question.id, ".weighs").replace("\xa0", " ")
    site.sign_in(author)
    assert "Kijk uw antwoord na" in text_at(site, question.id, ".weighs")
    assert "Klopt dit nog?" in site.get("/").get_text()
    assert "de dag tot wanneer uw antwoord gold, is voorbij" in site.get("/postvak").get_text()


@pytest.mark.sqlite_only
def test_someone_of_the_ministry_reads_why_they_cannot_state_its_position(site: Site) -> None:
    ministry = make_organisation(site.session, kind=OrganisationKind.MINISTRY, name="OCW")
    theme = make_theme(site.session, label="Zorgplicht")
    question = make_question(site.session, themes=[theme])
    named = make_expert(site.session, organisation=ministry, name="Carla")
    site.sign_in(make_expert(site.session, organisation=ministry))
    why = "U kunt hier geen standpunt van OCW innemen, omdat OCW u niet heeft aangewezen voor Zorgplicht."
    assert f"{why} Voor dit thema is nog niemand aangewezen." in site.get(f"/vragen/{question.id}").get_text()
    make_spokesperson(site.session, named, theme)
    assert f"{why} Wel aangewezen: Carla." in site.get(f"/vragen/{question.id}").get_text()
    site.sign_in(named)
    assert "U kunt hier geen standpunt" not in site.get(f"/vragen/{question.id}").get_text()


def test_an_answer_is_signed_by_two_who_are_both_named(site: Site) -> None:
    question = make_question(site.session)
    council, other = (
        make_organisation(site.session, kind=OrganisationKind.SECTOR_COUNCIL, name=name)
        for name in ("PO-Raad", "VO-raad")
    )
    author = make_expert(site.session, organisation=council, name="Anouk")
    signer = make_expert(site.session, organisation=other, name="Bram")
    answer = make_answer(site.session, question, author=author, standing=Standing.ORGANISATION)

    site.sign_in(author)
    assert "Bram (VO-raad)" in site.get(f"/antwoorden/{answer.id}/ondertekenaars").get_text()
    site.post(f"/antwoorden/{answer.id}/ondertekenaars", {"person": signer.id})
    assert "gevraagd" in site.get(f"/antwoorden/{answer.id}/ondertekenaars").get_text()

    site.sign_in(signer)
    assert "Onderteken mee" in site.get("/").get_text()
    assert "Anouk vraagt u het antwoord mee te ondertekenen" in site.get("/postvak").get_text()
    assert "Anouk vraagt u dit antwoord mee te ondertekenen." in text_at(site, question.id, ".weighs")
    site.post(f"/antwoorden/{answer.id}/ondertekenen")

    assert text_at(site, question.id, ".person__name") == "Anouk (PO-Raad) en Bram (VO-raad)"
    assert "Pas uw antwoord aan" in site.get(f"/vragen/{question.id}").get_text()
    site.post(f"/antwoorden/{answer.id}/niet-ondertekenen")
    assert text_at(site, question.id, ".person__name") == "Anouk"


@pytest.mark.sqlite_only
def test_only_the_author_asks_for_signatures(site: Site) -> None:
    answer = make_answer(site.session, make_question(site.session))
    site.sign_in(make_expert(site.session))
    site.get(f"/antwoorden/{answer.id}/ondertekenaars", status=403)
    site.post(f"/antwoorden/{answer.id}/ondertekenaars", {"person": 1}, status=403)


def test_a_moderator_holds_an_answer_and_its_author_settles_it(site: Site) -> None:
    moderator, author = make_person(site.session, Role.MODERATOR), make_expert(site.session, name="Ada")
    question = make_question(site.session)
    answer = make_answer(site.session, question, author=author, standing=Standing.ORGANISATION)

    site.sign_in(moderator)
    response = site.post(f"/antwoorden/{answer.id}/vasthouden", {"because": ""}, status=422)
    assert "Schrijf wat er niet klopt, zodat de auteur het kan herstellen." in response.text
    site.post(f"/antwoorden/{answer.id}/vasthouden", {"because": "Namens wie spreekt u?"})
    assert "Namens wie spreekt u?" in site.get("/moderatie/vastgehouden").get_text()
    assert "0 antwoorden" not in site.get(f"/vragen/{question.id}").get_text()

    site.sign_in(make_person(site.session))
    assert "Ada" not in site.get(f"/vragen/{question.id}").select_one("main").get_text()  # type: ignore[union-attr]

    site.sign_in(author)
    assert "Vastgehouden" in site.get("/").get_text()
    assert "Namens wie spreekt u?" in text_at(site, question.id, ".weighs")
    site.post(f"/antwoorden/{answer.id}/eigen-ervaring")
    assert "Eigen ervaring" in text_at(site, question.id, ".standing")

    site.sign_in(moderator)
    assert "U houdt geen antwoorden vast." in site.get("/moderatie/vastgehouden").get_text()


def test_a_moderator_releases_it_from_the_list(site: Site) -> None:
    moderator = make_person(site.session, Role.MODERATOR)
    answer = make_answer(site.session, make_question(site.session), standing=Standing.ORGANISATION)
    site.sign_in(moderator)
    site.post(f"/antwoorden/{answer.id}/vasthouden", {"because": "Namens wie?"})
    site.post(f"/antwoorden/{answer.id}/vrijgeven")
    site.sign_in(make_person(site.session))
    assert site.get(f"/vragen/{answer.question_id}").select_one(f"#antwoord-{answer.id}") is not None


@pytest.mark.sqlite_only
def test_lists_and_search_tell_that_an_accepted_answer_is_past_its_day(site: Site) -> None:
    question = make_question(site.session, title="Wie betaalt het busje?")
    make_answer(site.session, question, accepted=True, valid_until=TODAY - dt.timedelta(days=1))
    site.session.commit()
    rebuild(site.services.sessions, site.services.index)
    site.sign_in(make_person(site.session))
    for path in ("/vragen", "/zoeken?q=busje"):
        shown = site.get(path).get_text().replace("\xa0", " ")
        assert "Antwoord gold tot en met 13 maart 2013" in shown, path
