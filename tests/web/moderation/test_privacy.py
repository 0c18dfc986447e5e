"""`/moderatie/privacy`: what moderators see of warnings that were confirmed."""

import pytest

from samenspraak.moderation.actions.warnings import confirm_warning
from samenspraak.moderation.models import ConfirmedWarning
from samenspraak.people.kinds import Role
from samenspraak.privacy.findings import Kind
from tests.factories.people import make_person
from tests.factories.questions import make_question
from tests.support.site import NOON, Site

LIST = "/moderatie/privacy"


@pytest.fixture
def moderator(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.MODERATOR))


def warn(site: Site, question_id: int | None = None, endpoint: str = "questions.answer") -> ConfirmedWarning:
    person = make_person(site.session, Role.COORDINATOR, name="Anne de Vries")
    return confirm_warning(site.session, person.id, {Kind.PHONE, Kind.CHILD}, endpoint, question_id, NOON)


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("moderator")
def test_a_moderator_reads_who_confirmed_what_and_where(site: Site) -> None:
    question = make_question(site.session, title="Wie betaalt de bus?")
    warn(site, question.id)
    page = site.get(LIST)
    row = page.select_one("tbody tr")
    assert row is not None
    assert all(words in row.text for words in ("Anne de Vries", "telefoonnummer", "herkenbaar kind", "in een antwoord"))
    assert row.select_one(f"a[href='/vragen/{question.id}']") is not None


@pytest.mark.usefixtures("moderator")
def test_what_was_looked_at_leaves_the_list_and_stands_under_all(site: Site) -> None:
    warning = warn(site)
    assert site.get("/moderatie").select_one("a[href$='stapel=warnings'] .num").text == "1"  # type: ignore[union-attr]
    site.post(f"{LIST}/{warning.id}/bekeken")
    assert not site.get(LIST).select("tbody tr")
    assert len(site.get(f"{LIST}?stapel=alles").select("tbody tr")) == 1
    assert site.session.get_one(ConfirmedWarning, warning.id).seen_at == NOON


@pytest.mark.usefixtures("moderator")
def test_older_warnings_stand_on_a_next_page(site: Site) -> None:
    for _number in range(26):
        warn(site)
    page = site.get(LIST)
    assert len(page.select("tbody tr")) == 25
    older = page.select_one("a[rel=next]")
    assert older is not None
    assert len(site.get(str(older["href"])).select("tbody tr")) == 1
