"""The page of figures is for the expert, and for nobody else at all."""

import pytest

from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Use
from tests.factories.people import make_expert, make_person
from tests.factories.questions import make_answer, make_impact, make_question
from tests.factories.routing import make_invited
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only


def test_an_expert_reads_their_figures(site: Site) -> None:
    expert = make_expert(site.session)
    site.sign_in(expert)
    assert "Hier komen uw cijfers" in site.get(f"/deskundigen/{expert.id}/cijfers").get_text()
    make_invited(site.session, make_question(site.session), expert)
    assert "januari tot en met juni 2013" in site.get(f"/deskundigen/{expert.id}/cijfers").get_text()


def test_an_expert_reads_what_askers_said_of_their_answers(site: Site) -> None:
    expert = make_expert(site.session)
    make_impact(site.session, make_answer(site.session, make_question(site.session), author=expert), used=Use.YES)
    site.sign_in(expert)
    assert "1 van 1 vragers" in site.get(f"/deskundigen/{expert.id}/cijfers").get_text()


@pytest.mark.parametrize("role", list(Role))
def test_nobody_else_reads_them(site: Site, role: Role) -> None:
    expert = make_expert(site.session)
    site.sign_in(make_person(site.session, role))
    site.get(f"/deskundigen/{expert.id}/cijfers", 404)
