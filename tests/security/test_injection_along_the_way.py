"""Hostile texts in what is written while a question goes its way, and by those who meet: inert on every page."""

from collections.abc import Sequence

import pytest

from samenspraak.conversations.actions import decline as decline_introduction
from samenspraak.following.models import SavedSearch
from samenspraak.people.kinds import OrganisationKind, Role, Sector, TieKind
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import DeclaredTie
from samenspraak.people.models.organisation import Organisation, PartnershipMember
from samenspraak.questions.kinds import CloseReason, Standing, Use
from samenspraak.questions.models.kept import KeptDraft
from samenspraak.questions.models.question import Question
from samenspraak.routing.forwarding import Colleague, forward
from samenspraak.routing.pausing import pause
from tests.factories.calendar import make_holiday
from tests.factories.desks import make_case, make_desk
from tests.factories.experiences import make_experience
from tests.factories.index import index_all
from tests.factories.introductions import make_coordinator, make_introduction
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, organisation_of, viewer
from tests.factories.questions import make_answer, make_impact, make_question
from tests.factories.routing import make_invited
from tests.security.hostile import look
from tests.security.test_injection import GROUPS, assert_inert
from tests.support.depth import is_deep
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only


@pytest.mark.parametrize("group", range(0, len(GROUPS), 1 if is_deep() else 4))
def test_it_is_inert_on_every_page(site: Site, group: int) -> None:
    texts = GROUPS[group]
    person = make_all_roles(site, texts)
    paths = [
        *between_partnerships(site, person, texts),
        *of_an_expert(site, person, texts),
        *at_questions(site, person, texts),
    ]
    site.session.commit()
    index_all(site.session, site.services.index)
    site.sign_in(person)

    for path in [*paths, "/", "/postvak", "/bureau", "/gevraagd", "/moderatie/vastgehouden", "/moderatie/gebruik"]:
        answer = look(site, "GET", path)
        assert answer.status_code == 200, path
        assert_inert(answer.text)
        assert str(1337 * 7) not in answer.text, path


def make_all_roles(site: Site, texts: Sequence[str]) -> Person:
    """Make someone who may see it all, of a partnership and a council with hostile names."""
    return make_person(site.session, *Role, organisation=make_organisation(site.session, name=texts[0]), name=texts[1])


def at_questions(site: Site, person: Person, texts: Sequence[str]) -> list[str]:
    """Close, hold, wait, pass on and draft with hostile words."""
    session, together = site.session, "\n\n".join(texts)[:1000]
    expert = make_expert(session, name=texts[2])
    closed = make_question(
        session,
        asker=person,
        closed_at=NOON,
        closed_by_id=person.id,
        closed_because=CloseReason.OTHER,
        closing_words=together,
    )
    claim = {"standing": Standing.ORGANISATION, "basis": together, "held_because": together}
    make_answer(session, closed, author=expert, held_at=NOON, held_by_id=person.id, **claim)
    used = make_answer(session, make_question(session, asker=person), author=expert, accepted=True, basis=together)
    make_impact(session, used, used=Use.NO, words=together)
    waits, passed = make_question(session, asker=person), make_question(session, asker=person)
    who, _asked, invited = viewer(expert), make_invited(session, waits, expert), make_invited(session, passed, expert)
    forward(session, who, invited.id, Colleague(texts[3][:100], "nieuw@elders.test"), together, NOON)
    pause(session, who, waits.id, "Meer: " + together.replace("@", ""), NOON)
    desk = make_desk(session, organisation=make_organisation(session, kind=OrganisationKind.SECTOR_COUNCIL))
    at_desk = make_question(session)
    make_case(session, desk, at_desk, reason=together)
    fields = {"title": [texts[4]], "body": [together], "other_theme": [texts[5]]}
    kept = {"content": {"fields": fields}, "kept_at": NOON}
    draft = KeptDraft(person_id=person.id, key="k", title=texts[4][:100], **kept)
    session.add(draft)
    session.flush()
    shown: list[Question] = [closed, session.get_one(Question, used.question_id), waits, passed]
    return [
        *(f"/vragen/{each.id}" for each in shown),
        f"/bureau/vragen/{at_desk.id}",
        "/vragen/concepten",
        f"/vragen/nieuw?concept={draft.id}",
        f"/vragen/{used.question_id}/gebruikt",
    ]


def between_partnerships(site: Site, person: Person, texts: Sequence[str]) -> list[str]:
    """Tell, meet, take part and save with hostile words."""
    session, together = site.session, "\n\n".join(texts)[:1000]
    own = organisation_of(session, person)
    theme = make_theme(session, label=texts[6])
    experience = make_experience(session, own, by=person, themes=[theme], title=texts[7][:120], body=together)
    make_introduction(session, make_coordinator(session, texts[8]), person, words=together)
    declined = make_introduction(session, make_coordinator(session, texts[9]), person, words=together)
    decline_introduction(session, viewer(person), declined.id, together, NOON)
    member: Organisation = make_organisation(session, kind=OrganisationKind.SCHOOL_BOARD, name=texts[10])
    session.add(PartnershipMember(partnership_id=own.id, organisation_id=member.id))
    times = {"saved_at": NOON, "looked_at": NOON, "checked_at": NOON}
    search = SavedSearch(person_id=person.id, name=texts[11], query='{"words": "bus"}', **times)
    session.add(search)
    session.flush()
    return [
        f"/samenwerkingsverbanden/{own.id}",
        f"/samenwerkingsverbanden/{own.id}/aangesloten",
        f"/ervaringen/{experience.id}/bewerken",
        "/samenwerkingsverbanden",
        "/kennismakingen",
        "/account/volgt",
        f"/account/volgt/zoekopdrachten/{search.id}/naam",
        "/zoeken?q=alert&soort=samenwerkingsverbanden",
    ]


def of_an_expert(site: Site, person: Person, texts: Sequence[str]) -> list[str]:
    """Declare ties and add a holiday with hostile words."""
    session = site.session
    expert = make_expert(session, name=texts[12], sector=Sector.PRIMARY)
    tie = DeclaredTie(
        person_id=expert.id,
        organisation_id=organisation_of(session, person).id,
        kind=TieKind.OTHER,
        words=texts[13],
        declared_at=NOON,
    )
    session.add(tie)
    holiday = make_holiday(session, source=texts[14])
    return [
        f"/deskundigen/{expert.id}/banden",
        "/beheer/vakanties",
        f"/beheer/vakanties/{holiday.id}",
        "/beheer/bureaus",
    ]
