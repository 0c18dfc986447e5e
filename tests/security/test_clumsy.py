"""What people do without malice: going back and sending again, mistyping an address, losing the session."""

import pytest
from sqlalchemy import func, select

from samenspraak.people.actions.accounts import NewAccount, invite_person
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import AccountLink, Person
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from tests.factories.accounts import PASSWORD, make_account, make_link_for
from tests.factories.people import make_expert, make_organisation, make_person, make_theme
from tests.factories.questions import make_question
from tests.support.site import NOON, Site


def count(site: Site, table: type) -> int:
    """Return how many rows a table has."""
    return site.session.scalar(select(func.count()).select_from(table)) or 0


def test_a_text_changed_after_going_back_is_a_post_of_its_own_and_not_lost(site: Site) -> None:
    question = make_question(site.session)
    site.sign_in(make_expert(site.session))

    for body in ("Eerste antwoord.", "Eerste antwoord.", "Een heel ander antwoord."):
        site.post(f"/vragen/{question.id}/antwoorden", {"body": body, "submission": "dezelfde"})
        site.post(f"/vragen/{question.id}/reacties", {"body": body, "submission": "dezelfde"})

    assert count(site, Answer) == 2
    assert count(site, Comment) == 2


def test_a_question_changed_after_going_back_is_a_question_of_its_own(site: Site) -> None:
    theme = make_theme(site.session)
    site.sign_in(make_person(site.session, Role.COORDINATOR))
    form = {"body": "Vervoer.", "themes": theme.id, "sector": "po", "visibility": "public", "submission": "dezelfde"}

    for title in ("Wie betaalt?", "Wie betaalt?", "Wie beslist?"):
        site.post("/vragen/nieuw", form | {"title": title, "confirmed": "1"})

    assert count(site, Question) == 2


def test_the_key_of_someone_elses_form_is_of_no_use_and_no_fault(site: Site) -> None:
    question = make_question(site.session)
    for _ in range(2):
        site.sign_in(make_expert(site.session))
        site.post(f"/vragen/{question.id}/antwoorden", {"body": "Zelfde tekst.", "submission": "gezien"})

    assert count(site, Answer) == 2


def test_a_link_sent_to_a_mistyped_address_stops_when_the_address_is_corrected(site: Site) -> None:
    organisation = make_organisation(site.session)
    new = NewAccount("Nieuw", "tikfuot@voorbeeld.test", organisation.id, Role.MEMBER)
    person = invite_person(site.session, None, new, NOON)
    wrong = site.session.scalars(select(AccountLink).where(AccountLink.person_id == person.id)).one()
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))

    site.post(f"/beheer/accounts/{person.id}", {"name": "Nieuw", "email": "tikfout@voorbeeld.test"})

    assert wrong.used_at is not None
    open_links = select(func.count()).where(AccountLink.person_id == person.id, AccountLink.used_at.is_(None))
    assert site.session.scalar(open_links) == 1


def test_a_link_to_a_new_password_stops_when_the_address_changes(site: Site) -> None:
    person = make_account(site.session)
    token = make_link_for(site.session, person)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))

    site.post(f"/beheer/accounts/{person.id}", {"name": person.name, "email": "ander@voorbeeld.test"})

    site.get(f"/account/openen/{token}", status=410)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("field", ["current", "password", "password_again"])
def test_no_password_is_shown_on_a_page_that_gives_back_what_was_typed(site: Site, field: str) -> None:
    site.sign_in(make_account(site.session))

    answer = site.fetch("POST", "/account/wachtwoord", data={field: PASSWORD, "body": "dit is geen geheim"})

    assert answer.status_code == 400
    assert "dit is geen geheim" in answer.text
    assert PASSWORD not in answer.text


@pytest.mark.sqlite_only
def test_marks_that_turn_the_direction_of_text_do_not_stay(site: Site) -> None:
    person = make_person(site.session)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))

    site.post(f"/beheer/accounts/{person.id}", {"name": "\u202eneja\u2066 سلام\x07\u2028x", "email": person.email})

    assert site.session.get_one(Person, person.id).name == "neja سلام x"
