"""What a coordinator shares with other partnerships, follows and looks for, so that each page has something to show."""

from samenspraak.conversations.actions import IntroductionDraft, agree, propose
from samenspraak.core.db import Session
from samenspraak.following.actions.follows import follow
from samenspraak.following.actions.searches import save_search
from samenspraak.following.kinds import Subject
from samenspraak.following.targets import Target
from samenspraak.following.wishes import Wish
from samenspraak.people.kinds import Role
from samenspraak.people.models.account import Person, RoleAssignment
from tests.factories.experiences import make_experience
from tests.factories.introductions import make_coordinator
from tests.factories.people import make_organisation, organisation_of, viewer
from tests.support.site import NOON
from tests.web.access.world import World


def furnish_peers(session: Session, world: World, person: Person) -> dict[str, object]:
    """Give someone a partnership with an experience, things to follow, a saved search and introductions."""
    own = make_organisation(
        session, name="SWV De Brug", municipalities=["Zundert", "Rucphen"], province="Noord-Brabant"
    )
    person.assignments.append(RoleAssignment(organisation_id=own.id, organisation=own, role=Role.COORDINATOR))
    session.flush()
    experience = make_experience(session, own, by=person, themes=[world.theme], title="Een taxipool met drie gemeenten")
    asker, who = organisation_of(session, world.people["asker"]), viewer(person)
    for target in (
        Target(Subject.QUESTION, world.open_question.id),
        Target(Subject.THEME, world.theme.id),
        Target(Subject.EXPERT, world.people["guest"].id),
        Target(Subject.PARTNERSHIP, asker.id),
    ):
        follow(session, who, target, NOON)
    saved = save_search(session, who, "Vervoer naar school", Wish("vervoer"), NOON)
    other = make_coordinator(session, "SWV De Vlinder", "Sem Schaar")
    pair = {"organisation_id": organisation_of(session, other).id, "other_id": own.id}
    draft = IntroductionDraft(**pair, words="Hoe begonnen jullie met de taxipool?", experience_id=experience.id)
    waiting = propose(session, viewer(other), draft, NOON)
    made = propose(session, viewer(other), IntroductionDraft(**pair, words="Zullen wij eens bellen?"), NOON)
    agree(session, who, made.id, NOON)
    return {
        "own_partnership": own.id,
        "own_experience": experience.id,
        "saved": saved.id,
        "introduction": waiting.id,
        "peer": pair["organisation_id"],
    }
