"""Who asked anonymously cannot be told from any page: all are the same whichever of two partnerships asked."""

import pytest
from sqlalchemy import select, update

from samenspraak.core.db import Session
from samenspraak.indexing.upkeep import rebuild
from samenspraak.people.kinds import ExpertGroup, Region, Role, Sector
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Acceptance, Answer, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.question import Question
from tests.factories.people import make_organisation, make_person, organisation_of
from tests.factories.questions import let_in, make_answer, make_question
from tests.support.site import NOON, Site
from tests.web.access.test_doors import enter
from tests.web.access.test_leaks import VOLATILE, look_around
from tests.web.access.world import World, make_world

pytestmark = pytest.mark.sqlite_only

DEEP = ("visitor", "member", "expert", "account_manager", "administrator")
PEERS = ("coordinator", *(pytest.param(who, marks=pytest.mark.deep) for who in DEEP))
WORDS = "Een anoniem geval van vervoer"


class Twins:
    """Two partnerships that nobody could tell apart: each with who asks and a colleague; and what they asked."""

    def __init__(self, site: Site, world: World) -> None:
        self.session, self.world = site.session, world
        self.sides: dict[str, tuple[Person, Person]] = {}
        for name in ("Alfa", "Beta"):
            organisation = make_organisation(
                self.session, name=f"Tweeling {name}", sector=Sector.PRIMARY, holiday_region=Region.NORTH
            )
            asker = make_person(
                self.session, Role.COORDINATOR, organisation=organisation, name=f"Vera {name}", email=f"{name}@x.test"
            )
            self.sides[name] = (asker, make_person(self.session, organisation=organisation, name=f"Koos {name}"))
        self.question = self._ask()

    def _ask(self) -> Question:
        session, asker = self.session, self.sides["Alfa"][0]
        question = make_question(
            session,
            asker=asker,
            themes=[self.world.theme],
            title=WORDS,
            body="Wie betaalt het vervoer in dit geval?",
            visibility=Visibility.PUBLIC,
            is_anonymous=True,
            edited_at=NOON,
        )
        answer = make_answer(session, question, author=self.world.people["expert"], accepted=True)
        make_question(
            session, asker=asker, themes=[self.world.theme], title="Vervolg op het geval", is_anonymous=True
        ).origin_id = question.id
        for under in (None, answer.id):
            for one in self.sides["Alfa"]:
                session.add(_comment(question, one, under, organisation_of(session, one).id))
        session.add(
            EarlierText(
                question_id=question.id,
                title="Eerst anders",
                body="Eerst anders",
                written_at=NOON,
                replaced_at=NOON,
                replaced_by_id=asker.id,
            )
        )
        session.add(HelpfulVote(answer_id=answer.id, person_id=asker.id, voted_at=NOON))
        session.flush()
        return question

    def hand_over(self) -> None:
        """Let the other one have asked it, with all that was said from the asking side."""
        (asker, colleague), (other, its_colleague) = self.sides["Alfa"], self.sides["Beta"]
        organisation = organisation_of(self.session, other).id
        for person, taker in ((asker, other), (colleague, its_colleague)):
            _move(self.session, person, taker, organisation)
        self.session.flush()


def _comment(question: Question, author: Person, answer_id: int | None, organisation_id: int) -> Comment:
    return Comment(
        question_id=question.id,
        answer_id=answer_id,
        author_id=author.id,
        organisation_id=organisation_id,
        body="Dank, dit helpt ons.",
        commented_at=NOON,
    )


def _move(session: Session, person: Person, taker: Person, organisation_id: int) -> None:
    asked = {"asker_id": taker.id, "organisation_id": organisation_id}
    said = {"author_id": taker.id, "organisation_id": organisation_id}
    session.execute(update(Question).where(Question.asker_id == person.id).values(**asked))
    session.execute(update(Comment).where(Comment.author_id == person.id).values(**said))
    session.execute(update(Acceptance).where(Acceptance.accepted_by_id == person.id).values(accepted_by_id=taker.id))
    session.execute(update(EarlierText).where(EarlierText.replaced_by_id == person.id).values(replaced_by_id=taker.id))
    session.execute(update(HelpfulVote).where(HelpfulVote.person_id == person.id).values(person_id=taker.id))


def be_expert(session: Session, person: Person) -> None:
    """Have someone be a listed expert too, of their own organisation."""
    organisation = organisation_of(session, person)
    session.add(RoleAssignment(person_id=person.id, organisation_id=organisation.id, role=Role.EXPERT))
    profile = {"group": ExpertGroup.INDEPENDENT, "headline": "Adviseur", "sector": Sector.PRIMARY}
    session.add(
        ExpertProfile(
            person_id=person.id, organisation_id=organisation.id, weekly_capacity=2, updated_at=NOON, **profile
        )
    )
    session.flush()


def every_page(site: Site, world: World, twins: Twins) -> dict[str, str]:
    """Return every page, those of the question, those of both partnerships, and what searching for them finds."""
    ids = world.ids | {"question": twins.question.id}
    seen = look_around(site, World(world.people, world.theme, world.open_question, ids))
    for name, (asker, _colleague) in twins.sides.items():
        organisation = organisation_of(site.session, asker).id
        for path in (
            f"/zoeken?q=Tweeling+{name}",
            f"/zoeken?q=Vera+{name}",
            f"/zoeken?q=vervoer+Tweeling+{name}",
            "/zoeken/aanvullen?q=Vera",
            f"/samenwerkingsverbanden/{organisation}",
            f"/deskundigen/{asker.id}",
        ):
            seen[path] = VOLATILE.sub("", site.fetch("GET", path).text)
    return seen


@pytest.mark.parametrize("who", PEERS)
def test_every_page_is_the_same_whoever_of_two_asked(site: Site, who: str) -> None:
    world = make_world(site)
    twins = Twins(site, world)
    site.session.commit()
    rebuild(site.services.sessions, site.services.index)
    enter(site, world, who)
    before = every_page(site, world, twins)
    twins.hand_over()
    site.session.commit()
    rebuild(site.services.sessions, site.services.index)
    enter(site, world, who)

    after = every_page(site, world, twins)

    assert WORDS in before["/vragen"]
    assert "een samenwerkingsverband in regio Noord (PO)" in before[f"/vragen/{twins.question.id}"]
    assert [address for address in before if after[address] != before[address]] == []
    pages = "\n".join(text for address, text in after.items() if f"/vragen/{twins.question.id}" in address)
    assert not any(name in pages for name in ("Tweeling", "Vera", "Koos"))


def test_whom_one_may_mention_or_ask_to_sign_is_the_same_whoever_of_two_asked(site: Site) -> None:
    world = make_world(site)
    twins = Twins(site, world)
    for asker, colleague in twins.sides.values():
        for person in (asker, colleague):
            be_expert(site.session, person)
    answer = site.session.scalars(select(Answer).where(Answer.question_id == twins.question.id)).one()
    held = make_answer(site.session, twins.question, author=world.people["expert"], held_at=NOON)
    addresses = [
        *(f"/vragen/{twins.question.id}/noemen?q={typed}" for typed in ("k", "v", "")),
        *(f"/antwoorden/{each.id}/noemen?q={typed}" for each in (answer, held) for typed in ("k", "v", "")),
        f"/antwoorden/{answer.id}/ondertekenaars",
        f"/vragen/{twins.question.id}",
    ]
    site.sign_in(world.people["expert"])
    before = [VOLATILE.sub("", site.fetch("GET", address).text) for address in addresses]
    twins.hand_over()
    site.session.commit()

    after = [VOLATILE.sub("", site.fetch("GET", address).text) for address in addresses]

    assert [address for address, one, other in zip(addresses, before, after, strict=True) if one != other] == []
    assert "Vera Alfa" in before[1], "who asked is a listed expert, as others are"
    assert "Vera Alfa" in before[-2]


@pytest.mark.parametrize("who", ["moderator", "guest"])
def test_who_may_know_sees_the_name(site: Site, who: str) -> None:
    world = make_world(site)
    twins = Twins(site, world)
    let_in(site.session, twins.question, world.people["guest"])
    site.session.commit()
    enter(site, world, who)

    page = site.get(f"/vragen/{twins.question.id}").get_text()

    assert "Vera Alfa, Tweeling Alfa" in page
    assert "andere lezers zien “een samenwerkingsverband in regio Noord (PO)”" in page
