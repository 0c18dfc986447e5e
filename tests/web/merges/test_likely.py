"""The list of likely duplicates: each pair once, to merge either way or to dismiss for good."""

import pytest

from samenspraak.indexing.upkeep import rebuild
from samenspraak.people.kinds import Role
from samenspraak.questions.actions.merging import merge_questions
from tests.factories.people import make_person, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only


def test_a_pair_is_told_of_once_until_it_is_dismissed(site: Site) -> None:
    older, newer = (make_question(site.session, title="Wie betaalt het vervoer naar de plek?") for _ in range(2))
    make_question(site.session, title="Hoe werkt een ontwikkelingsperspectief?", body="Voor welke leerling moet dat?")
    site.sign_in(make_person(site.session, Role.MODERATOR))
    rebuild(site.services.sessions, site.services.index)
    page = site.get("/moderatie/dubbelen")
    assert len(page.select("li.row")) == 1
    for one, other in ((older, newer), (newer, older)):
        assert page.find("a", href=f"/vragen/{one.id}/dubbel?doel={other.id}")
    site.post("/moderatie/dubbelen/niet", {"first": str(newer.id), "second": str(older.id)})
    assert "geen waarschijnlijke dubbelen" in site.get("/moderatie/dubbelen").get_text()
    site.post("/moderatie/dubbelen/niet", {"first": str(newer.id)}, status=404)


def test_what_others_went_into_most_stands_beside_it(site: Site) -> None:
    often, other = make_question(site.session, title="Wie betaalt?"), make_question(site.session)
    moderator = make_person(site.session, Role.MODERATOR)
    merge_questions(site.session, viewer(moderator), other.id, often.id, "Hetzelfde.", NOON)
    site.sign_in(moderator)
    side = site.get("/moderatie/dubbelen").select_one(".columns__side")
    assert side is not None
    assert "Wie betaalt?" in side.get_text()
    assert "1 keer samengevoegd" in side.get_text()
