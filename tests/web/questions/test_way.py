"""The course of a question as each reader reads it: about themselves as `u`, and a closing stays after reopening."""

import pytest

from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person
from samenspraak.questions.models.question import Question
from samenspraak.routing.route import leave_to_samenspraak
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON, Site


def course(site: Site, question: Question, reader: Person) -> list[str]:
    site.sign_in(reader)
    return [line.get_text() for line in site.get(f"/vragen/{question.id}").select(".timeline p")]


def test_who_is_asked_reads_u_and_of_others_only_that_they_were_asked(site: Site) -> None:
    one, other = make_expert(site.session, name="Els"), make_expert(site.session, name="Bas")
    question = make_question(site.session)
    for expert in (one, other):
        make_invited(site.session, question, expert)
    for reader, absent in ((one, "Bas"), (other, "Els")):
        lines = course(site, question, reader)
        assert "Gevraagd: u en een deskundige" in lines
        assert "Reactie verwacht van u en een deskundige" in lines
        assert not any(absent in line or reader.name in line for line in lines)


@pytest.mark.sqlite_only
def test_who_declined_reads_their_own_reason(site: Site) -> None:
    expert, question = make_expert(site.session), make_question(site.session)
    invitation = make_invited(site.session, question, expert)
    site.sign_in(expert)
    site.post(f"/uitnodigingen/{invitation.id}/afslaan", {"because": "no_time"})
    lines = course(site, question, expert)
    assert "U bent gevraagd" in lines
    assert any(line.startswith("U sloeg af: ") for line in lines)
    assert "Een deskundige sloeg af" in course(site, question, make_expert(site.session))


@pytest.mark.sqlite_only
def test_who_takes_the_choice_back_reads_u(site: Site) -> None:
    asker = make_person(site.session, Role.COORDINATOR)
    question = make_question(site.session, asker=asker)
    site.sign_in(asker)
    leave_to_samenspraak(site.session, viewer(asker), question.id, NOON)
    site.post(f"/vragen/{question.id}/deskundigen/zelf")
    assert "U kiest weer zelf" in course(site, question, asker)
    assert "De vraagsteller kiest weer zelf" in course(site, question, make_expert(site.session))


@pytest.mark.parametrize("accepts_first", [False, True])
def test_an_earlier_closing_stays_in_the_course(site: Site, *, accepts_first: bool) -> None:
    asker, expert = make_person(site.session, Role.COORDINATOR), make_expert(site.session)
    question = make_question(site.session, asker=asker)
    if accepts_first:
        answer = make_answer(site.session, question, author=expert)
        site.sign_in(asker)
        site.post(f"/antwoorden/{answer.id}/accepteren")
    site.sign_in(asker)
    for because in ("unclear", "no_longer_needed"):
        site.post(f"/vragen/{question.id}/sluiten", {"because": because})
        lines = course(site, question, asker)
        assert sum(line.startswith("Vraag gesloten.") for line in lines) == (1 if because == "unclear" else 2)
        site.post(f"/vragen/{question.id}/heropenen")
    lines = course(site, question, asker)
    assert sum(line.startswith("Vraag gesloten.") for line in lines) == 2
    assert lines.count("De vraag is weer open") == 2
