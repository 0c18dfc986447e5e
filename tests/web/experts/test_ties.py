"""Ties: declared by the expert, read by the expert, administrators and moderators, and told to others neutrally."""

import pytest
from sqlalchemy import select

from samenspraak.people.kinds import Role, TieKind
from samenspraak.people.models.expert import DeclaredTie
from tests.factories.people import make_expert, make_organisation, make_person
from tests.support.site import Site

pytestmark = pytest.mark.sqlite_only

WORDS = "Ik adviseer hun bestuur."


def test_an_expert_declares_a_tie_once_and_takes_it_back(site: Site) -> None:
    expert, partnership = make_expert(site.session), make_organisation(site.session, name="Verband Oost")
    site.sign_in(expert)
    path = f"/deskundigen/{expert.id}/banden"
    filled = {"organisation": str(partnership.id), "kind": "client", "words": WORDS}

    assert site.post(path, filled).location == path
    page = site.get(path)
    assert WORDS in page.get_text()
    site.post(path, filled, 422)

    tie = site.session.scalars(select(DeclaredTie)).one()
    assert (tie.organisation_id, tie.kind, tie.words) == (partnership.id, TieKind.CLIENT, WORDS)
    site.post(f"{path}/{tie.id}/weg", {})
    assert site.session.scalars(select(DeclaredTie)).all() == []


def test_without_an_organisation_the_form_comes_back(site: Site) -> None:
    expert = make_expert(site.session)
    site.sign_in(expert)
    site.post(f"/deskundigen/{expert.id}/banden", {"organisation": "", "kind": "client"}, 422)


@pytest.mark.parametrize(
    ("role", "status"), [(Role.ADMINISTRATOR, 200), (Role.MODERATOR, 200), (Role.COORDINATOR, 403), (Role.EXPERT, 403)]
)
def test_only_those_who_keep_profiles_read_the_words_and_nobody_else_writes(
    site: Site, role: Role, status: int
) -> None:
    expert, partnership = make_expert(site.session), make_organisation(site.session)
    site.sign_in(expert)
    filled = {"organisation": str(partnership.id), "kind": "other", "words": WORDS}
    site.post(f"/deskundigen/{expert.id}/banden", filled)
    site.sign_in(make_person(site.session, role))

    page = site.get(f"/deskundigen/{expert.id}/banden", status)
    assert (WORDS in page.get_text()) is (status == 200)
    site.post(f"/deskundigen/{expert.id}/banden", filled, 403)


def test_words_with_a_phone_number_are_warned_of_before_they_are_kept(site: Site) -> None:
    expert, partnership = make_expert(site.session), make_organisation(site.session)
    site.sign_in(expert)
    filled = {"organisation": str(partnership.id), "kind": "other", "words": "Bel mij op 06-12345678."}
    site.post(f"/deskundigen/{expert.id}/banden", filled, 422)
    assert site.session.scalars(select(DeclaredTie)).all() == []
