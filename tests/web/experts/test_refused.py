"""What an expert called "niet mijn vak": shown to them alone, taken back, and a theme dropped for it."""

from samenspraak.matching.models import NotMySubject
from samenspraak.people.kinds import Role
from samenspraak.questions.kinds import Visibility
from tests.factories.people import make_expert, make_person, make_theme
from tests.factories.questions import make_question
from tests.support.site import NOON, Site


def test_an_expert_sees_what_they_refused_and_takes_it_back(site: Site) -> None:
    theme = make_theme(site.session, "zorgplicht", "Zorgplicht")
    expert, question = make_expert(site.session, themes=[theme]), make_question(site.session, themes=[theme])
    hidden = make_question(site.session, title="Besloten zaak", visibility=Visibility.RESTRICTED)
    for each in (question, hidden):
        site.session.add(NotMySubject(person_id=expert.id, question_id=each.id, since=NOON))
    site.session.flush()
    site.sign_in(expert)
    path = f"/deskundigen/{expert.id}/niet-mijn-vak"

    text = site.get(path).get_text()
    assert question.title in text
    assert "Besloten zaak" not in text
    assert "Een vraag die u niet meer mag lezen" in text
    assert site.get(path).select_one("form[action$='/themas/zorgplicht/weghalen']")

    for each in (question, hidden):
        assert site.post(f"{path}/{each.id}/terug", {}).location == path
    assert "Hier komen vragen" in site.get(path).get_text()


def test_nobody_else_sees_or_takes_back(site: Site) -> None:
    expert, question = make_expert(site.session), make_question(site.session)
    site.session.add(NotMySubject(person_id=expert.id, question_id=question.id, since=NOON))
    site.session.flush()
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR, Role.MODERATOR))
    site.get(f"/deskundigen/{expert.id}/niet-mijn-vak", 404)
    site.post(f"/deskundigen/{expert.id}/niet-mijn-vak/{question.id}/terug", {}, 404)
    assert site.session.get(NotMySubject, (expert.id, question.id)) is not None
