"""What an expert keeps beside a profile, so that each of their pages has something to show."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.models import NotMySubject, RuleSwitch
from samenspraak.people.kinds import TieKind
from samenspraak.people.models.account import Person
from samenspraak.people.models.expert import AwayPeriod, DeclaredTie, ExpertProfile
from tests.factories.people import make_theme
from tests.factories.questions import make_answer, make_question
from tests.support.site import NOON
from tests.web.access.world import World


def furnish_kept(session: Session, world: World, person: Person) -> None:
    """Give an expert a tie, a refused subject, a suggested theme, someone to stand in for, and a profile to confirm."""
    guest = world.people["guest"]
    session.get_one(ExpertProfile, person.id).asked_to_confirm_at = NOON - dt.timedelta(weeks=6)
    organisation_id = world.open_question.organisation_id
    tie = {"kind": TieKind.CLIENT, "words": "Adviseert het bestuur.", "declared_at": NOON}
    session.add(DeclaredTie(person_id=person.id, organisation_id=organisation_id, **tie))
    session.add(NotMySubject(person_id=person.id, question_id=world.open_question.id, since=NOON))
    theme = make_theme(session, "vier-dagen", "Vierdaagse schoolweek")
    for accepted in (True, False):
        asked = make_question(session, asker=world.people["asker"], themes=[theme])
        make_answer(session, asked, author=person, accepted=accepted)
    days = {"first_day": NOON.date(), "last_day": NOON.date() + dt.timedelta(days=9)}
    session.add(AwayPeriod(person_id=guest.id, substitute_id=person.id, **days))
    switched = {"changed_at": NOON, "changed_by_id": world.people["administrator"].id}
    session.add(RuleSwitch(rule=RankingRule.FULL, is_on=False, **switched))
