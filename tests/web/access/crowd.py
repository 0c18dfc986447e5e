"""Fills the world with many rows of everything, quickly: in bulk, for counting statements."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import insert, select, update

from samenspraak.audit.models import AuditEntry
from samenspraak.core.db import Session
from samenspraak.matching.models import NotMySubject
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Role, Sector, TieKind
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import AwayPeriod, DeclaredTie, ExpertProfile, ExpertTheme
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.kinds import Standing, Use, Visibility
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor, Comment, EarlierText, HelpfulVote
from samenspraak.questions.models.impact import Impact
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import InvitationState
from tests.support.site import NOON
from tests.web.access.world import World

TEXT = "Wie betaalt het vervoer van leerlingen naar een passende plek in de gemeente?"


def crowd(session: Session, world: World, number: int) -> None:
    """Add so many organisations, experts, questions, answers, comments, invitations and notices."""
    first = (session.scalar(select(Person.id).order_by(Person.id.desc()).limit(1)) or 0) + 1_000
    ids = range(first, first + number)
    for table, rows in _rows(world, ids):
        session.execute(insert(table), rows)
    session.execute(update(Question).where(Question.id == world.ids["question"]).values(edited_at=NOON))
    session.commit()


def _rows(world: World, ids: range) -> Iterator[tuple[type, list[dict[str, object]]]]:
    yield from _people(world, ids)
    yield from _conversation(world, ids)
    yield from _weights(world, ids)
    yield from _kept(world, ids)
    yield from _invitations(world, ids)
    yield from _acts(world, ids)


def _acts(world: World, ids: range) -> Iterator[tuple[type, list[dict[str, object]]]]:
    """What administrators did to everyone, and to the coordinator who looks."""
    given = {"role": "expert", "organisation": world.ids["organisation"]}
    act = {"at": NOON, "act": "role_given", "thing": "person", "after": given, "reason": ""}
    looks = world.people["coordinator"].id
    concerned = [{"id": each, "actor_id": each, "subject_id": looks, "thing_id": each} for each in ids]
    yield AuditEntry, [act | each | {"previous_hash": "", "hash": ""} for each in concerned]


def _people(world: World, ids: range) -> Iterator[tuple[type, list[dict[str, object]]]]:
    council = {"kind": OrganisationKind.SECTOR_COUNCIL, "municipalities": [], "province": "", "is_active": True}
    yield Organisation, [{"id": each, "name": f"Raad {each}", **council} for each in ids]
    person = {"is_active": True, "created_at": NOON}
    yield Person, [{"id": each, "name": f"Mens {each}", "email": f"m{each}@voorbeeld.test", **person} for each in ids]
    yield (
        RoleAssignment,
        [{"person_id": each, "organisation_id": each, "role": Role.EXPERT} for each in ids],
    )
    profile = {
        "group": ExpertGroup.SECTOR_COUNCIL,
        "headline": "Adviseur vervoer",
        "expertise": TEXT,
        "sector": Sector.BOTH,
        "weekly_capacity": 9,
        "updated_at": NOON,
        "asked_to_confirm_at": NOON - dt.timedelta(weeks=9),
    }
    yield ExpertProfile, [{"person_id": each, "organisation_id": each, **profile} for each in ids]
    yield ExpertTheme, [{"person_id": each, "theme_id": world.theme.id} for each in ids]
    away = {"first_day": dt.date(2013, 5, 1), "last_day": dt.date(2013, 5, 9), "substitute_id": world.ids["expert"]}
    yield AwayPeriod, [{"person_id": each, **away} for each in ids]


def _kept(world: World, ids: range) -> Iterator[tuple[type, list[dict[str, object]]]]:
    """What experts keep beside their profile."""
    expert = world.ids["expert"]
    tie = {"kind": TieKind.CLIENT, "words": TEXT, "declared_at": NOON}
    yield DeclaredTie, [{"person_id": expert, "organisation_id": each, **tie} for each in ids]
    yield (
        NotMySubject,
        [{"person_id": who, "question_id": each, "since": NOON} for each in ids for who in (expert, each)],
    )


def _conversation(world: World, ids: range) -> Iterator[tuple[type, list[dict[str, object]]]]:
    asked = {
        "asker_id": world.people["coordinator"].id,
        "organisation_id": world.ids["organisation"],
        "body": TEXT,
        "sector": Sector.PRIMARY,
        "visibility": Visibility.PUBLIC,
        "asked_at": NOON - dt.timedelta(days=40),
    }
    yield Question, [{"id": each, "title": f"Vervoer naar plek {each}", **asked} for each in ids]
    yield QuestionTheme, [{"question_id": each, "theme_id": world.theme.id} for each in ids]
    answer = {"standing": Standing.PERSONAL, "body": TEXT, "answered_at": NOON}
    answered = [each for each in ids if each % 2]
    yield (
        Answer,
        [{"id": each, "question_id": each, "author_id": each, "organisation_id": each, **answer} for each in answered],
    )
    accepted = {"accepted_by_id": asked["asker_id"], "accepted_at": NOON}
    yield Acceptance, [{"question_id": each, "answer_id": each, **accepted} for each in answered]
    told = {"asked_at": NOON, "used": Use.YES, "told_at": NOON}
    yield Impact, [{"question_id": each, "answer_id": each, **told} for each in answered]
    before = {"question_id": world.ids["question"], "body": TEXT, "written_at": NOON, "replaced_at": NOON}
    yield EarlierText, [{"replaced_by_id": each, **before} for each in ids]
    yield HelpfulVote, [{"answer_id": world.ids["answer"], "person_id": each, "voted_at": NOON} for each in ids]
    said = {"question_id": world.ids["question"], "body": "Dank", "commented_at": NOON}
    yield Comment, [{"author_id": each, "organisation_id": each, **said} for each in ids]


def _weights(world: World, ids: range) -> Iterator[tuple[type, list[dict[str, object]]]]:
    """Answers that are signed by two, and answers that are held."""
    answer = {"standing": Standing.PERSONAL, "body": TEXT, "answered_at": NOON}
    under = {"question_id": world.ids["question"], "author_id": world.people["guest"].id}
    yield (
        Answer,
        [{"id": each + 1_000_000, "organisation_id": each, **under, **answer} for each in ids if each % 10 == 0],
    )
    signed = {"asked_at": NOON, "agreed_at": NOON}
    yield (
        CoAuthor,
        [
            {"answer_id": each + 1_000_000, "person_id": each, "organisation_id": each, **signed}
            for each in ids
            if each % 10 == 0
        ],
    )
    held = {"held_at": NOON, "held_by_id": world.people["moderator"].id, "held_because": "Namens wie?"}
    claim = {**answer, "standing": Standing.ORGANISATION, **held}
    yield (
        Answer,
        [
            {"id": each + 2_000_000, "question_id": each, "author_id": each, "organisation_id": each, **claim}
            for each in ids
            if each % 10 == 0
        ],
    )


def _invitations(world: World, ids: range) -> Iterator[tuple[type, list[dict[str, object]]]]:
    invited = {
        "expert_id": world.people["expert"].id,
        "invited_by_id": world.people["coordinator"].id,
        "note": "",
        "reason": "",
        "proposed_at": NOON,
        "invited_at": NOON,
        "respond_by": NOON + dt.timedelta(days=7),
    }
    states = (InvitationState.INVITED, InvitationState.ACCEPTED, InvitationState.DECLINED, InvitationState.EXPIRED)
    yield Invitation, [{"id": each, "question_id": each, "state": states[each % 4], **invited} for each in ids]
    yield (
        InvitationStep,
        [{"invitation_id": each, "state": states[each % 4], "at": NOON, "reason": ""} for each in ids],
    )
    notice = {"kind": NoticeKind.ANSWERED, "actor_name": "Mens", "created_at": NOON}
    readers = [world.people[who].id for who in ("coordinator", "expert", "moderator")]
    yield (
        Notice,
        [
            {"person_id": reader, "cause": f"answer:{each}", "question_id": each, **notice}
            for each in ids
            for reader in readers
        ],
    )
