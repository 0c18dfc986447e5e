"""The world in which the main job is done: the demonstration's experts and what they answered, and who takes part."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.demonstration.content_files import WrittenExpert, WrittenQuestion, answered_questions, experts
from samenspraak.demonstration.content_files import open_questions as written_questions
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.passwords import hash_password
from samenspraak.themes.actions import load_starting_content
from samenspraak.themes.models import Theme
from tests.factories.people import make_expert, make_organisation, make_person, make_spokesperson
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import leave_to_moderators

PASSWORD = "potlood gum liniaal"
GROUPS = {
    "sectorraad": (ExpertGroup.SECTOR_COUNCIL, OrganisationKind.SECTOR_COUNCIL),
    "ministerie": (ExpertGroup.MINISTRY, OrganisationKind.MINISTRY),
}
INDEPENDENT = (ExpertGroup.INDEPENDENT, OrganisationKind.INDEPENDENT)
COORDINATOR = "Roos Lessenaar"
MODERATOR = "Tineke Gumdoos"


@dataclasses.dataclass(frozen=True)
class Subject:
    """What one telling of the story is about: the question, what is like it, who answers what, and how it is found."""

    title: str
    body: str
    theme: str
    alike: str
    expert: str
    standing: str | None
    """What is chosen; None: the ministry named the expert for none of these themes, and there is nothing to choose."""
    answer: str
    searched: str
    stuck: str


FULL_SCHOOL = Subject(
    title="Onze school is vol, moeten wij dan nog zoeken?",
    body="Ouders meldden hun kind schriftelijk aan. De school zegt dat zij vol is en stuurt hen door naar ons. "
    "Geldt de zorgplicht dan nog voor die school, en hoe lang?",
    theme="Zorgplicht, aanmelding en toelating",
    alike="School zegt dat zij vol is",
    expert="Carla Puntenslijper",
    standing="Standpunt van het ministerie",
    answer="Ja. De school waar het kind is aangemeld, zoekt **binnen tien weken** een passende plek. "
    "Vol is alleen een reden als dat voor iedereen geldt en vooraf bekend was.",
    searched="volle scholen zoeken",
    stuck="Elke commissie weegt anders bij een TLV",
)
FALLING_INCOME = Subject(
    title="Hoe ramen wij drie jaar vooruit als onze inkomsten dalen?",
    body="Wij zitten boven het landelijke gemiddelde en leveren elk jaar in. Het bestuur wil een meerjarenraming "
    "met de overgangsregeling erin. Waar beginnen wij?",
    theme="Bekostiging en verevening",
    alike="Meerjarenraming bij dalende inkomsten",
    expert="Anouk Krijtstreep",
    standing="Standpunt van PO-Raad",
    answer="Begin bij het verschil met het landelijke percentage. Pas daar elk jaar de overgangsregeling op toe.",
    searched="meerjarenramingen dalende inkomsten",
    stuck="Een kwart minder geld voor zwaar: waar begin je?",
)
NURSE = Subject(
    title="Wie betaalt een vaste verpleegkundige in onze klas?",
    body="Vier leerlingen hebben de hele dag zorg nodig. Het zorgkantoor betaalt per kind, de school wil een vaste "
    "kracht in de groep. Kan dat met een groepsbudget?",
    theme="Ernstige meervoudige beperking",
    alike="Verpleegkundige in de klas",
    expert="Els Gymtas",
    standing=None,
    answer="Ja, als zorgkantoor, gemeente en samenwerkingsverband elk een vast deel inleggen.",
    searched="verpleegkundigen klassen betalen",
    stuck="Vierentwintig jongeren al maanden zonder school",
)
SUBJECTS = (FULL_SCHOOL, FALLING_INCOME, NURSE)


def email_of(name: str) -> str:
    """Return the address with which someone logs in."""
    return f"{name.lower().replace(' ', '.')}@voorbeeld.test"


def set_the_stage(session: Session, now: dt.datetime) -> None:
    """Make the people, what was answered before, and a question that got stuck for each subject."""
    load_starting_content(session)
    themes = {theme.slug: theme for theme in session.scalars(select(Theme))}
    asker = _make_coordinator(session, COORDINATOR, "PO3002", ["Roosendaal", "Moerdijk"])
    others = _make_coordinator(session, "Jet Schuifraam", "VO2601", ["Utrecht", "Stichtse Vecht"])
    cast = _make_experts(session, themes)
    for number, written in enumerate(answered_questions()):
        _make_answered(session, written, others, themes, cast, now - dt.timedelta(days=20 + number))
    _make_stuck(session, others, now - dt.timedelta(days=14))
    ministry = _organisation(session, "Ministerie van OCW", OrganisationKind.MINISTRY)
    moderator = make_person(session, Role.MODERATOR, organisation=ministry, name=MODERATOR)
    for person in (asker, moderator, *cast.values()):
        person.email = email_of(person.name)
    password = hash_password(PASSWORD)
    for person in (asker, moderator, *(each for each in cast.values() if each.name in {s.expert for s in SUBJECTS})):
        person.password_hash = password


def _make_coordinator(session: Session, name: str, code: str, municipalities: list[str]) -> Person:
    area = make_organisation(session, code=code, name="", municipalities=municipalities)
    return make_person(session, Role.COORDINATOR, organisation=area, name=name)


def _make_experts(session: Session, themes: Mapping[str, Theme]) -> dict[str, Person]:
    return {written.key: _make_expert(session, written, themes) for written in experts()}


def _make_expert(session: Session, written: WrittenExpert, themes: Mapping[str, Theme]) -> Person:
    group, kind = GROUPS.get(written.side, INDEPENDENT)
    own = [themes[slug] for slug in written.themes]
    expert = make_expert(
        session,
        organisation=_organisation(session, written.organisation, kind),
        name=written.name,
        themes=own,
        group=group,
        headline=written.headline,
        expertise=written.expertise,
        sector=written.sector,
    )
    if group is ExpertGroup.MINISTRY:
        make_spokesperson(session, expert, *own)
    return expert


def _organisation(session: Session, name: str, kind: OrganisationKind) -> Organisation:
    found = session.scalar(select(Organisation).where(Organisation.name == name))
    return found or make_organisation(session, name=name, kind=kind, sector=None)


def _make_answered(
    session: Session,
    written: WrittenQuestion,
    asker: Person,
    themes: Mapping[str, Theme],
    cast: Mapping[str, Person],
    asked_at: dt.datetime,
) -> None:
    question = make_question(
        session,
        asker=asker,
        title=written.title,
        body=written.body,
        sector=written.sector,
        themes=[themes[slug] for slug in written.themes],
        asked_at=asked_at,
    )
    for number, (expert, body) in enumerate(written.answers):
        answered_at = asked_at + dt.timedelta(days=2 + number)
        make_answer(session, question, author=cast[expert], body=body, answered_at=answered_at, accepted=number == 0)


def _make_stuck(session: Session, asker: Person, asked_at: dt.datetime) -> None:
    titles = {subject.stuck for subject in SUBJECTS}
    for written in written_questions():
        if written.title in titles:
            values = {"title": written.title, "body": written.body, "sector": written.sector}
            question = make_question(session, asker=asker, asked_at=asked_at, **values)
            leave_to_moderators(session, question, now=asked_at)
