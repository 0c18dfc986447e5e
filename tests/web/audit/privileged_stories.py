"""What is done with special powers, as stories: where a form is sent, with what, and which act the audit then holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from samenspraak.audit.kinds import Act
from samenspraak.moderation.actions.warnings import confirm_warning
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.privacy.findings import Kind
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.answer import EarlierText
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Question
from tests.factories.calendar import make_holiday
from tests.factories.desks import make_case, make_colleague, make_desk
from tests.factories.experiences import make_experience
from tests.factories.introductions import make_coordinator
from tests.factories.people import make_expert, make_organisation, make_person, make_theme, organisation_of
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import leave_to_moderators, make_invited
from tests.support.site import NOON, Site

WORDS = "kanariegeel"
"""Stands in every text that the stories send, and must stand in no row but as the reason that was given."""

Step = tuple[str, dict[str, Any], Act]


@dataclass
class Office:
    """The site with an administrator, a moderator and a colleague at a desk; `who` acts."""

    site: Site
    administrator: Person
    moderator: Person
    who: Person

    def as_moderator(self) -> None:
        """Let the moderator act from here on."""
        self.act_as(self.moderator)

    def act_as(self, who: Person) -> None:
        """Let someone act from here on."""
        self.who = who
        self.site.sign_in(who)


Story = Callable[[Office], Iterator[Step]]


def account(office: Office) -> Iterator[Step]:
    session = office.site.session
    loes = make_person(session)
    home = organisation_of(session, loes)
    role = {"organisation": home.id, "role": "coordinator", "group": ""}
    path = f"/beheer/accounts/{loes.id}"
    yield (
        "/beheer/accounts/nieuw",
        role | {"name": f"Nieuw {WORDS}", "email": "nieuw@voorbeeld.test"},
        Act.PERSON_INVITED,
    )
    yield path, {"name": f"Ander {WORDS}", "email": "ander@voorbeeld.test"}, Act.PERSON_CHANGED
    yield f"{path}/link", {}, Act.LINK_SENT
    yield f"{path}/sluiten", {"reason": f"Werkt niet meer bij {WORDS}."}, Act.ACCOUNT_CLOSED
    yield f"{path}/heropenen", {}, Act.ACCOUNT_REOPENED
    yield f"{path}/rollen", role, Act.ROLE_GIVEN
    given = session.scalars(select(RoleAssignment).order_by(RoleAssignment.id.desc())).first()
    assert given is not None
    given.admitted_by_id = office.moderator.id
    yield f"{path}/rollen/{given.id}/bevestigen", {}, Act.ROLE_CONFIRMED
    yield f"{path}/rollen/{given.id}/weg", {}, Act.ROLE_TAKEN


def profile(office: Office) -> Iterator[Step]:
    expert = make_expert(office.site.session)
    path = f"/deskundigen/{expert.id}"
    said = {"headline": WORDS, "expertise": WORDS, "sector": "po", "weekly_capacity": "3", "is_listed": "y"}
    yield f"{path}/bewerken", said | {"version": "1"}, Act.PROFILE_CHANGED
    yield f"{path}/afwezig", {"first_day": "2013-04-29", "last_day": "2013-05-03"}, Act.AWAY_CHANGED


def organisation(office: Office) -> Iterator[Step]:
    partnership = make_organisation(office.site.session)
    draft = {"kind": "school_board", "name": f"Bestuur {WORDS}", "sector": "", "holiday_region": "", "is_active": "y"}
    yield "/beheer/organisaties/nieuw", draft, Act.ORGANISATION_ADDED
    last = office.site.session.scalar(select(func.max(type(partnership).id)))
    yield f"/beheer/organisaties/{last}", draft | {"province": "Utrecht"}, Act.ORGANISATION_CHANGED
    members = f"/samenwerkingsverbanden/{partnership.id}/aangesloten"
    yield members, {"name": f"Bestuur {WORDS}", "kind": "school_board"}, Act.MEMBER_ADDED
    yield f"{members}/{last}/weg", {}, Act.MEMBER_REMOVED


def holidays(office: Office) -> Iterator[Step]:
    holiday = make_holiday(office.site.session)
    draft = {
        "school_year": "2012-2013",
        "region": "noord",
        "school_break": "mei",
        "sector": "both",
        "first_day": "2013-04-27",
        "last_day": "2013-05-05",
        "source": WORDS,
    }
    yield "/beheer/vakanties/nieuw", draft, Act.HOLIDAY_ADDED
    moved = draft | {"school_break": "voorjaar", "first_day": "2013-02-17", "last_day": "2013-02-24"}
    yield f"/beheer/vakanties/{holiday.id}", moved, Act.HOLIDAY_CHANGED
    yield f"/beheer/vakanties/{holiday.id}/weg", {}, Act.HOLIDAY_REMOVED


def rules(office: Office) -> Iterator[Step]:
    theme = make_theme(office.site.session)
    council = make_desk(office.site.session).organisation_id
    yield "/beheer/rangschikking/fair_spread", {"on": "0"}, Act.RULE_SWITCHED
    yield "/beheer/themas-uitnodigen", {"themes": theme.id}, Act.PACE_CHANGED
    yield f"/bureau/{council}/afspraak", {"is_open": "y", "working_days": "3"}, Act.DESK_CHANGED


def spokespeople(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    ministry = make_organisation(session, kind=OrganisationKind.MINISTRY)
    carla, theme = make_expert(session, organisation=ministry), make_theme(session)
    path = "/moderatie/woordvoerders"
    yield path, {"theme": theme.id, "person": carla.id}, Act.SPOKESPERSON_NAMED
    yield f"{path}/{theme.id}/{carla.id}/weg", {}, Act.SPOKESPERSON_UNNAMED


def answers(office: Office) -> Iterator[Step]:
    office.as_moderator()
    answer = make_answer(office.site.session, make_question(office.site.session), standing=Standing.ORGANISATION)
    yield f"/antwoorden/{answer.id}/vasthouden", {"because": f"Namens wie is dit {WORDS}?"}, Act.ANSWER_HELD
    yield f"/antwoorden/{answer.id}/vrijgeven", {}, Act.ANSWER_RELEASED


def closing(office: Office) -> Iterator[Step]:
    office.as_moderator()
    question = make_question(office.site.session, title=WORDS)
    yield f"/vragen/{question.id}/sluiten", {"because": "other", "words": WORDS}, Act.QUESTION_CLOSED
    yield f"/vragen/{question.id}/heropenen", {}, Act.QUESTION_REOPENED


def restoring(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    question = make_question(session)
    answer = make_answer(session, question)
    said = {"written_at": NOON, "replaced_at": NOON, "replaced_by_id": question.asker_id, "body": WORDS}
    asked = EarlierText(question_id=question.id, title=WORDS, **said)
    answered = EarlierText(answer_id=answer.id, standing=Standing.PERSONAL, **said)
    session.add_all([asked, answered])
    session.flush()
    told = {"reason": f"Zo klopt {WORDS} weer"}
    yield (
        f"/vragen/{question.id}/wijzigingen/{asked.id}/terugzetten",
        told | {"seen": question.sign},
        Act.QUESTION_RESTORED,
    )
    path = f"/antwoorden/{answer.id}/wijzigingen/{answered.id}/terugzetten"
    yield path, told | {"seen": answer.sign}, Act.ANSWER_RESTORED


def taking_out(office: Office) -> Iterator[Step]:
    office.as_moderator()
    question = make_question(office.site.session, body=f"Over {WORDS} gesproken.")
    form = {"words": WORDS, "reason": "Dat wijst een kind aan.", "definitief": "ja"}
    yield f"/vragen/{question.id}/weghalen", form, Act.TEXT_REDACTED


def merging(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    older, newer, other = (make_question(session, title=WORDS) for _ in range(3))
    yield "/moderatie/dubbelen/niet", {"first": newer.id, "second": older.id}, Act.PAIR_DISMISSED
    yield f"/vragen/{newer.id}/dubbel", {"doel": other.id, "reason": f"Beide over {WORDS}."}, Act.QUESTION_MERGED
    merged = session.scalars(select(QuestionMerge.id)).one()
    yield f"/samengevoegd/{merged}/ongedaan", {}, Act.MERGE_UNDONE


def routes(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    question, expert = _stuck(office), make_expert(session)
    yield f"/moderatie/{question.id}/neem", {}, Act.QUESTION_TAKEN
    asked = {"experts": expert.id, "note": f"Weet u iets van {WORDS}?"}
    yield f"/vragen/{question.id}/deskundigen", asked, Act.EXPERTS_INVITED
    invitation = make_invited(session, _stuck(office), make_expert(session))
    yield f"/uitnodigingen/{invitation.id}/intrekken", {}, Act.INVITATION_WITHDRAWN
    make_colleague(session, make_desk(session))
    yield f"/moderatie/{_stuck(office).id}/bureau", {}, Act.QUESTION_TO_DESK


def desk(office: Office) -> Iterator[Step]:
    session = office.site.session
    at_work = make_desk(session)
    colleague, question = make_colleague(session, at_work), make_question(session)
    office.act_as(make_colleague(session, at_work))
    make_case(session, at_work, question)
    path = f"/bureau/vragen/{question.id}"
    yield f"{path}/geven", {"person": colleague.id}, Act.CASE_ASSIGNED
    yield f"{path}/doorgeven", {"reason": WORDS}, Act.CASE_PASSED_ON


def partnerships(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    first, other = (organisation_of(session, make_coordinator(session)).id for _ in range(2))
    met = {"organisation_id": first, "other_id": other, "words": WORDS}
    yield f"/kennismakingen/nieuw?met={other}", met, Act.INTRODUCTION_PROPOSED
    yield "/kennismakingen/1/intrekken", {}, Act.INTRODUCTION_WITHDRAWN
    experience = make_experience(session, title=WORDS)
    yield f"/ervaringen/{experience.id}/weg", {}, Act.EXPERIENCE_REMOVED


def warnings(office: Office) -> Iterator[Step]:
    office.as_moderator()
    session = office.site.session
    question = make_question(session)
    warning = confirm_warning(session, question.asker_id, [Kind.PHONE], "questions.comment", question.id, NOON)
    yield f"/moderatie/privacy/{warning.id}/bekeken", {}, Act.WARNING_SEEN


STORIES: tuple[Story, ...] = (
    account,
    profile,
    organisation,
    holidays,
    rules,
    spokespeople,
    answers,
    closing,
    restoring,
    taking_out,
    merging,
    routes,
    desk,
    partnerships,
    warnings,
)


def _stuck(office: Office) -> Question:
    session = office.site.session
    return leave_to_moderators(session, make_question(session))
