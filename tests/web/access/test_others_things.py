"""What belongs to someone else answers as what is not there at all, letter for letter, and nothing of it changes."""

import pytest

from samenspraak.following.models import SavedSearch
from samenspraak.moderation.models import ConfirmedWarning
from samenspraak.people.kinds import Role
from samenspraak.questions.models.kept import AnsweredAlready, KeptDraft
from tests.factories.desks import make_case, make_colleague, make_desk
from tests.factories.introductions import make_coordinator, make_introduction
from tests.factories.notices import make_notice
from tests.factories.people import make_expert, make_person, organisation_of
from tests.factories.questions import make_question
from tests.factories.routing import make_invited
from tests.support.site import NOON, Site
from tests.web.access.test_doors import count_rows
from tests.web.access.test_leaks import VOLATILE

pytestmark = pytest.mark.sqlite_only

CANARY = "kanariegeel"
STRANGERS = (
    ("member", (Role.MEMBER,)),
    ("coordinator", (Role.COORDINATOR,)),
    ("expert", (Role.EXPERT,)),
    ("account_manager", (Role.ACCOUNT_MANAGER,)),
    ("administrator", (Role.ADMINISTRATOR,)),
)
NOBODY = 999_999


def make_things(site: Site) -> dict[str, int]:
    """Make one of everything that is someone's own, of a question that all who are signed in may read."""
    session = site.session
    asker, expert = make_person(session, Role.COORDINATOR), make_expert(session)
    question = make_question(session, asker=asker)
    draft = KeptDraft(person_id=asker.id, key="k", title=CANARY, content={}, kept_at=NOON)
    found = AnsweredAlready(
        person_id=asker.id,
        organisation_id=organisation_of(session, asker).id,
        question_id=question.id,
        draft_key="k",
        at=NOON,
    )
    saved = {"saved_at": NOON, "looked_at": NOON, "checked_at": NOON}
    search = SavedSearch(person_id=asker.id, name=CANARY, query="{}", **saved)
    warning = ConfirmedWarning(person_id=asker.id, kinds=["phone"], endpoint="questions.create", confirmed_at=NOON)
    session.add_all([draft, found, search, warning])
    session.flush()
    desk = make_desk(session)
    make_colleague(session, desk)
    at_desk = make_question(session, title=CANARY)
    make_case(session, desk, at_desk)
    introduction = make_introduction(session, make_coordinator(session), make_coordinator(session), words=CANARY)
    return {
        "draft": draft.id,
        "found": found.id,
        "search": search.id,
        "warning": warning.id,
        "at_desk": at_desk.id,
        "introduction": introduction.id,
        "invitation": make_invited(session, question, expert, note=CANARY).id,
        "notice": make_notice(session, asker, question).id,
    }


GETS = (
    "/vragen/concepten/{draft}",
    "/vragen/nieuw?concept={draft}",
    "/account/volgt/zoekopdrachten/{search}/naam",
    "/kennismakingen/{introduction}/afslaan",
    "/uitnodigingen/{invitation}/doorsturen",
    "/gevraagd?sla-af={invitation}",
    "/bureau/vragen/{at_desk}",
)
POSTS = (
    "/vragen/concepten/{draft}/weggooien",
    "/vragen/vooraf-beantwoord/{found}/ongedaan",
    "/account/volgt/zoekopdrachten/{search}/bekijken",
    "/account/volgt/zoekopdrachten/{search}/naam",
    "/account/volgt/zoekopdrachten/{search}/weg",
    "/moderatie/privacy/{warning}/bekeken",
    "/kennismakingen/{introduction}/akkoord",
    "/kennismakingen/{introduction}/afslaan",
    "/kennismakingen/{introduction}/intrekken",
    "/uitnodigingen/{invitation}/aannemen",
    "/uitnodigingen/{invitation}/afslaan",
    "/uitnodigingen/{invitation}/doorsturen",
    "/uitnodigingen/{invitation}/intrekken",
    "/postvak/{notice}/gelezen",
    "/bureau/vragen/{at_desk}/oppakken",
    "/bureau/vragen/{at_desk}/geven",
    "/bureau/vragen/{at_desk}/terugleggen",
    "/bureau/vragen/{at_desk}/doorgeven",
)
FORM = {"name": "Iemand", "email": "iemand@voorbeeld.test", "words": "Nee", "because": "no_time", "reason": "x"}


@pytest.mark.parametrize(("who", "roles"), STRANGERS)
def test_it_is_not_there_for_strangers(site: Site, who: str, roles: tuple[Role, ...]) -> None:
    things = make_things(site)
    stranger = make_expert(site.session) if who == "expert" else make_person(site.session, *roles)
    site.sign_in(stranger)
    before = count_rows(site)

    for method, paths in (("GET", GETS), ("POST", POSTS)):
        for path in paths:
            there, missing = (_answer(site, method, path, ids) for ids in (things, dict.fromkeys(things, NOBODY)))
            assert there == missing, f"{method} {path} as {who}"
            assert there[0] in {200, 303, 403, 404}, f"{method} {path} as {who}"
            assert CANARY not in there[1]

    assert count_rows(site) == before


def _answer(site: Site, method: str, path: str, ids: dict[str, int]) -> tuple[int, str]:
    address = path.format_map(ids)
    data = {"csrf_token": site.csrf(), **FORM} if method == "POST" else None
    response = site.fetch(method, address, data=data)
    told = site.fetch("GET", "/toegankelijkheid").text
    return response.status_code, VOLATILE.sub("", response.text).replace(address, path) + VOLATILE.sub("", told)
