"""What the tests of this page share: a coordinator who asks about transport, and what is read from the page."""

from bs4 import BeautifulSoup
from sqlalchemy import select

from samenspraak.questions.models.question import Question
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import InvitationState
from tests.factories.index import index_all
from tests.factories.questions import make_question
from tests.support.site import Site

TRANSPORT = {"title": "Wie betaalt het leerlingenvervoer?", "body": "De gemeente weigert vervoer naar de school."}


def path(question: Question) -> str:
    return f"/vragen/{question.id}/deskundigen"


def ask(site: Site, **values: object) -> Question:
    """Have a coordinator ask about transport and sign the coordinator in."""
    question = make_question(site.session, **TRANSPORT | values)
    site.sign_in(question.asker)
    return question


def index(site: Site) -> None:
    index_all(site.session, site.services.index)


def invited(site: Site) -> dict[int, InvitationState]:
    return {each.expert_id: each.state for each in site.session.scalars(select(Invitation))}


def ticked(page: BeautifulSoup) -> list[str]:
    return [str(box["value"]) for box in page.select("input[name=experts][checked]")]
