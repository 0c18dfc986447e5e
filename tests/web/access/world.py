"""A small world for walking every route: someone of every role, an open question, and one that few may see."""

import dataclasses

from samenspraak.core.db import Session
from samenspraak.indexing.upkeep import rebuild
from samenspraak.people.kinds import OrganisationKind, Role
from samenspraak.people.models.account import Person
from samenspraak.questions.kinds import Use, Visibility
from samenspraak.questions.models.answer import Answer, Comment, EarlierText
from samenspraak.questions.models.question import Question
from samenspraak.routing.desks.queries import find_desk
from samenspraak.themes.models import Theme
from tests.factories.articles import make_article, make_remark
from tests.factories.calendar import make_holiday
from tests.factories.desks import make_case, make_desk
from tests.factories.experiences import make_experience
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, organisation_of
from tests.factories.questions import let_in, make_answer, make_impact, make_question
from tests.factories.sources import make_cited_sources
from tests.factories.words import make_term
from tests.support.site import NOON, Site

CANARY = "kanariegeel"
"""A word that stands in every text of the restricted question, and nowhere else."""

OUTSIDERS = ("visitor", "member", "coordinator", "expert", "account_manager", "administrator")
INSIDERS = ("asker", "colleague", "guest", "moderator")


@dataclasses.dataclass(frozen=True)
class World:
    """The people by what they are, and what there is to see."""

    people: dict[str, Person]
    theme: Theme
    open_question: Question
    ids: dict[str, object]


def make_world(site: Site) -> World:
    """Make the world without its restricted question, and index it."""
    session = site.session
    theme = make_theme(session, "vervoer", "Leerlingenvervoer")
    people = _make_people(session, theme)
    question = make_question(
        session, asker=people["coordinator"], themes=[theme], visibility=Visibility.PUBLIC, title="Wie betaalt vervoer?"
    )
    answer = make_answer(session, question, author=people["expert"], accepted=True)
    make_impact(session, answer)
    for number in range(3):
        other = make_question(session, asker=people["asker"], themes=[theme], title=f"Vervoer naar plek {number}")
        make_answer(session, other, author=people["guest"])
    own = organisation_of(session, people["asker"])
    experience = make_experience(session, own, themes=[theme], title="Een loket voor vervoer")
    make_cited_sources(session, answer)
    article = make_article(session, owner=people["moderator"], themes=[theme], title="Vervoer in het kort")
    make_article(session, owner=people["moderator"], published=False, title="Vervoer in bewerking")
    session.commit()
    rebuild(site.services.sessions, site.services.index)
    organisation = organisation_of(session, people["coordinator"])
    ids = {
        "experience": experience.id,
        "question": question.id,
        "answer": answer.id,
        "theme": theme.slug,
        "term": make_term(session, "taxi", "leerlingenvervoer").id,
        "expert": people["guest"].id,
        "holiday": make_holiday(session).id,
        "council": make_desk(session, organisation=organisation_of(session, people["guest"])).organisation_id,
        "person": people["member"].id,
        "organisation": organisation.id,
        "article": article.id,
        "slug": article.slug,
        "remark": make_remark(session, article, author=people["member"]).id,
        "version": 999999,
        "answer_version": 999999,
    }
    return World(people, theme, question, ids)


def add_restricted_question(site: Site, world: World) -> tuple[Question, dict[str, object]]:
    """Add a question that only insiders may see, with all that can stand under one, and index it."""
    session, people = site.session, world.people
    question = make_question(
        session,
        asker=people["asker"],
        themes=[world.theme],
        visibility=Visibility.RESTRICTED,
        title=f"Vervoer dat de gemeente niet betaalt, {CANARY}",
        body=f"Een geheimzinnig geval op een passende plek: {CANARY}.",
    )
    let_in(session, question, people["guest"])
    make_case(session, find_desk(session, organisation_of(session, people["guest"]).id), question)
    answer = make_answer(
        session, question, author=people["guest"], accepted=True, body=f"De gemeente betaalt het vervoer, {CANARY}."
    )
    make_impact(session, answer, used=Use.NO, words=f"Het kwam te laat, {CANARY}.")
    versions = _comment_and_edit(session, question, answer, people["asker"])
    session.commit()
    rebuild(site.services.sessions, site.services.index)
    return question, world.ids | {"question": question.id, "answer": answer.id, **versions}


def _make_people(session: Session, theme: Theme) -> dict[str, Person]:
    partnership = make_organisation(session, name="Verband Oost")
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY, name="Ministerie")
    text = "Adviseert gemeenten bij het vervoer van leerlingen."
    return {
        "asker": make_person(session, Role.COORDINATOR, organisation=partnership, name="Anna Vrager"),
        "colleague": make_person(session, organisation=partnership, name="Cees Collega"),
        "guest": make_expert(session, name="Gerda Gast", themes=[theme], expertise=text),
        "moderator": make_person(session, Role.MODERATOR, organisation=ministry, name="Maarten Moderator"),
        "member": make_person(session, name="Loes Lid"),
        "coordinator": make_person(session, Role.COORDINATOR, name="Co Ordinator"),
        "expert": make_expert(session, name="Dirk Deskundige", themes=[theme], expertise=text),
        "account_manager": make_person(session, Role.ACCOUNT_MANAGER, organisation=ministry, name="Ada Account"),
        "administrator": make_person(session, Role.ADMINISTRATOR, organisation=ministry, name="Bert Beheer"),
    }


def _comment_and_edit(session: Session, question: Question, answer: Answer, asker: Person) -> dict[str, object]:
    question.edited_at = answer.edited_at = NOON
    said = {"author_id": asker.id, "organisation_id": question.organisation_id, "commented_at": NOON}
    before = {"written_at": NOON, "replaced_at": NOON, "replaced_by_id": asker.id, "body": f"Eerder: {CANARY}"}
    earlier = EarlierText(question_id=question.id, title=f"Weleer {CANARY}", **before)
    answered = EarlierText(answer_id=answer.id, **before)
    session.add_all(
        [
            Comment(question_id=question.id, body=f"Nog iets: {CANARY}", **said),
            Comment(question_id=question.id, answer_id=answer.id, body=f"Dank, {CANARY}", **said),
            earlier,
            answered,
        ]
    )
    session.flush()
    return {"version": earlier.id, "answer_version": answered.id}
