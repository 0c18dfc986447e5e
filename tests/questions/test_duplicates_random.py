"""Whatever merges and undoings come in whatever order: nothing is lost, and nobody follows or is asked twice."""

import random
from typing import Any

import pytest
from sqlalchemy import func, select

from samenspraak.core.db import Session
from samenspraak.core.errors import Refusal
from samenspraak.core.events import settle
from samenspraak.following.actions.follows import follow
from samenspraak.following.kinds import Subject
from samenspraak.following.models import Follow
from samenspraak.following.targets import Target
from samenspraak.notifications.models import Notice, NoticeKind
from samenspraak.people.kinds import Role
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.merging import merge_questions, undo_merge
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Acceptance, Answer, Comment
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Guest, Question
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.models.route import Route
from samenspraak.routing.route import begin
from samenspraak.routing.rules import OPEN
from samenspraak.wiring import WIRING
from tests.factories.desks import make_case, make_desk
from tests.factories.people import make_expert, make_person, viewer
from tests.factories.questions import make_answer, make_question
from tests.factories.routing import make_accepted, make_invited
from tests.support.depth import is_deep
from tests.support.site import NOON

ACTS = 1_000 if is_deep() else 40
VISIBILITIES = (Visibility.PUBLIC, Visibility.SIGNED_IN, Visibility.SIGNED_IN, Visibility.RESTRICTED)
TOLD_OF_MERGES = (NoticeKind.QUESTION_MERGED, NoticeKind.MERGE_UNDONE)


def make_questions(session: Session, chance: random.Random) -> list[int]:
    """Make eight questions of four askers, with answers, followers, proposals, invitations, and one at a desk."""
    askers = [make_person(session, Role.COORDINATOR) for _ in range(4)]
    experts, readers = [make_expert(session) for _ in range(4)], [make_person(session) for _ in range(5)]
    questions = [
        make_question(
            session,
            asker=chance.choice(askers),
            visibility=chance.choice(VISIBILITIES),
            is_anonymous=chance.random() < 0.2,
        )
        for _ in range(8)
    ]
    for question in questions:
        begin(session, question.id, NOON)
        for reader in chance.sample(readers, 2):
            if question.visibility is not Visibility.RESTRICTED:
                follow(session, viewer(reader), Target(Subject.QUESTION, question.id), NOON)
        for expert in chance.sample(experts, chance.randint(0, 2)):
            chance.choice((make_invited, make_accepted))(session, question, expert)
        if chance.random() < 0.4:
            make_answer(session, question, author=chance.choice(experts), accepted=chance.random() < 0.3)
    make_case(session, make_desk(session), questions[0])
    settle(session, WIRING, NOON)
    return [question.id for question in questions]


def all_rows(session: Session) -> dict[str, list[Any]]:
    """Return all that a merge could lose, as it stands."""
    session.expire_all()
    tables = (Follow, Invitation, InvitationStep, Guest, Answer, Acceptance, Comment, Route, DeskCase)
    found: dict[str, list[Any]] = {
        kind.__name__: session.execute(select(kind.__table__).order_by(*kind.__table__.primary_key)).all()
        for kind in tables
    }
    questions = select(Question.id, Question.title, Question.body, Question.merged_into_id).order_by(Question.id)
    notices = select(Notice.person_id, Notice.kind, Notice.cause).where(Notice.kind.not_in(TOLD_OF_MERGES))
    found["texts"] = session.execute(questions).all()
    found["notices"] = session.execute(notices.order_by(Notice.id)).all()
    return found


def check_once(session: Session) -> None:
    """Nobody follows, or is asked for, what one question became more than once; and every merge ends somewhere."""
    end = func.coalesce(Question.merged_into_id, Question.id)
    asked = select(end, Invitation.expert_id).join(Question, Question.id == Invitation.question_id)
    asked = asked.where(
        Invitation.state.in_(OPEN),
        ~select(Answer.id)
        .where(Answer.question_id == Invitation.question_id, Answer.author_id == Invitation.expert_id)
        .exists(),
    )
    rows = session.execute(asked).all()
    assert len(rows) == len(set(rows))
    follows = session.execute(select(Follow.person_id, Follow.question_id)).all()
    assert len(follows) == len(set(follows))
    ended = select(Question.id).where(Question.merged_into_id.is_not(None))
    assert not session.scalars(select(Question.id).where(Question.merged_into_id.in_(ended), Question.id > 0)).all()


def act(session: Session, chance: random.Random, moderator: Viewer, ids: list[int]) -> None:
    """Merge two questions or undo a merge, as it falls; what is refused is fair."""
    standing = session.scalars(select(QuestionMerge.id).where(QuestionMerge.undone_at.is_(None))).all()
    try:
        if standing and chance.random() < 0.45:
            undo_merge(session, moderator, chance.choice(standing), NOON)
        else:
            source, target = chance.sample(ids, 2)
            merge_questions(session, moderator, source, target, "Dezelfde vraag.", NOON)
    except Refusal:
        return
    settle(session, WIRING, NOON)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("seed", range(4))
def test_random_merges_and_undoings_lose_nothing(session: Session, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test
    moderator = viewer(make_person(session, Role.MODERATOR))
    ids = make_questions(session, chance)
    before = all_rows(session)
    for _ in range(ACTS // 4):
        act(session, chance, moderator, ids)
        check_once(session)
    standing = list(session.scalars(select(QuestionMerge.id).where(QuestionMerge.undone_at.is_(None))))
    for merge_id in sorted(standing, reverse=True):
        undo_merge(session, moderator, merge_id, NOON)
        settle(session, WIRING, NOON)
    after = all_rows(session)
    for name, rows in before.items():
        assert after[name] == rows, name
