"""Whatever people and the clock do to questions, in any order: no question is left without a next step, nobody
is asked twice, no message is lost. On a real database, with all that listens, over year's end and both changes of time.
"""

import dataclasses
import datetime as dt
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from samenspraak.core.db import Session, create_engine, reading, session_factory
from samenspraak.core.errors import Refusal
from samenspraak.people.kinds import Sector
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.answering import accept_answer, give_answer, withdraw_acceptance
from samenspraak.questions.actions.asking import ask_question
from samenspraak.questions.actions.closing import close_question, reopen_question
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.actions.holding import hold_answer, release_answer
from samenspraak.questions.drafts import AnswerDraft, CommentDraft, QuestionDraft
from samenspraak.questions.kinds import CloseReason, Standing, Visibility
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.routing import actions, moderating, pausing, route
from samenspraak.routing.choosing import choose_next
from samenspraak.routing.desks import actions as at_desk
from samenspraak.routing.forwarding import Colleague, forward
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import OPEN, DeclineReason
from tests.factories.people import make_theme
from tests.routing.machine_rules import check_all, check_next_steps
from tests.routing.machine_world import World, find_free, find_nobody_now, make_people, settle_down, tick, unit
from tests.support.depth import is_deep

MOST_QUESTIONS = 3
BEGINNINGS = (
    dt.datetime(2026, 12, 14, 9, tzinfo=dt.UTC),  # the last week before Christmas, in both regions
    dt.datetime(2026, 12, 30, 22, 30, tzinfo=dt.UTC),  # shortly before midnight in Amsterdam, and the year's end
    dt.datetime(2026, 3, 26, 23, 30, tzinfo=dt.UTC),  # before summer time begins
    dt.datetime(2026, 10, 22, 12, tzinfo=dt.UTC),  # before it ends
)
JUMPS = st.sampled_from([dt.timedelta(hours=5), dt.timedelta(days=1), dt.timedelta(days=4), dt.timedelta(days=12)])
NUMBER = st.integers(min_value=0, max_value=9)


def of(things: Sequence[object], number: int) -> int:
    """Return a place among things that a number names, whatever it is."""
    return number % len(things)


class Machine(RuleBasedStateMachine):
    """People who act on up to three questions, a worker who comes now and then, and a clock that jumps."""

    folder: Path
    people: World
    theme_id: int

    @initialize(beginning=st.sampled_from(BEGINNINGS))
    def begin(self, beginning: dt.datetime) -> None:
        self.now = beginning
        path = shutil.copy(self.folder / "people.db", self.folder / "machine.db")
        for left_over in self.folder.glob("machine.db-*"):
            left_over.unlink()
        self.engine = create_engine(f"sqlite:///{path}")
        self.world = dataclasses.replace(self.people, sessions=session_factory(self.engine))
        self.asked = 0
        self.ask(0)

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            try:
                settle_down(self.world, self.now)
                with reading(self.world.sessions) as session:
                    check_all(session)
            finally:
                self.engine.dispose()

    def attempt(self, act: Callable[[Session], object]) -> None:
        """Do something; that it is refused is fair, and then nothing of it happened."""
        try:
            with unit(self.world, self.now) as session:
                act(session)
        except Refusal:
            pass

    def pick(self, kind: type, number: int) -> int | None:
        """Return the id of one of the rows there are."""
        key = DeskCase.id if kind is DeskCase else kind.id
        with reading(self.world.sessions) as session:
            ids = session.scalars(select(key).order_by(key)).all()
        return ids[of(ids, number)] if ids else None

    def asker_of(self, session: Session, question_id: int) -> Viewer:
        asker_id = session.get_one(Question, question_id).asker_id
        return next(each for each in self.world.askers if each.person_id == asker_id)

    @rule(number=NUMBER)
    @precondition(lambda self: self.asked < MOST_QUESTIONS)
    def ask(self, number: int) -> None:
        asker = self.world.askers[of(self.world.askers, number)]
        sector = Sector.PRIMARY if number % 3 else Sector.SECONDARY
        draft = QuestionDraft(
            "Wie betaalt?",
            "Het vervoer.",
            (self.theme_id,),
            sector,
            Visibility.RESTRICTED if number % 2 else Visibility.SIGNED_IN,
            min(asker.organisation_ids),
        )
        self.asked += 1
        self.attempt(lambda session: ask_question(session, asker, draft, self.now))

    @rule(number=NUMBER, who=NUMBER, expert=NUMBER)
    def invite(self, number: int, who: int, expert: int) -> None:
        question_id = self.pick(Question, number) or 0
        expert_id = self.world.experts[of(self.world.experts, expert)].person_id or 0

        def act(session: Session) -> object:
            inviters = [self.asker_of(session, question_id), self.world.moderators[0], self.world.colleagues[0]]
            return actions.invite(session, inviters[of(inviters, who)], question_id, [expert_id], "", self.now)

        self.attempt(act)

    @rule(number=NUMBER, what=st.sampled_from(["accept", "accept", "decline", "forward", "new colleague", "withdraw"]))
    def respond(self, number: int, what: str) -> None:
        with reading(self.world.sessions) as session:
            wanted = select(Invitation.id, Invitation.question_id, Invitation.expert_id).where(
                Invitation.state.in_(OPEN)
            )
            found = session.execute(wanted.order_by(Invitation.id)).all()
        if not found:
            return
        invitation = found[of(found, number)]
        expert = next((each for each in self.world.experts if each.person_id == invitation.expert_id), None)
        if expert is None:  # a colleague who was admitted meanwhile, and is not heard of
            return
        name = self.world.experts[of(self.world.experts, number)].name
        act: dict[str, Callable[[Session], object]] = {
            "accept": lambda session: actions.accept(session, expert, invitation.id, self.now),
            "decline": lambda session: actions.decline(
                session, expert, invitation.id, DeclineReason.INVOLVED, "", self.now
            ),
            "forward": lambda session: forward(session, expert, invitation.id, Colleague(name, ""), "", self.now),
            "new colleague": lambda session: forward(
                session, expert, invitation.id, Colleague("Nieuw", f"nieuw{number % 3}@voorbeeld.test"), "", self.now
            ),
            "withdraw": lambda session: actions.withdraw(
                session, self.asker_of(session, invitation.question_id), invitation.id, self.now
            ),
        }
        self.attempt(act[what])

    @rule(number=NUMBER, takes_back=st.booleans(), sees_index=st.booleans())
    def leave_choice(self, number: int, takes_back: bool, sees_index: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        question_id = self.pick(Question, number) or 0

        def act(session: Session) -> None:
            asker = self.asker_of(session, question_id)
            if takes_back:
                route.take_back(session, asker, question_id, self.now)
            else:
                route.leave_to_samenspraak(session, asker, question_id, self.now)
                choose_next(session, question_id, find_free if sees_index else find_nobody_now, self.now)

        self.attempt(act)

    @rule(number=NUMBER, who=NUMBER)
    def pause(self, number: int, who: int) -> None:
        question_id = self.pick(Question, number) or 0
        people = [*self.world.experts, self.world.moderators[0], self.world.colleagues[1]]
        self.attempt(
            lambda session: pausing.pause(session, people[of(people, who)], question_id, "Welke leeftijd?", self.now)
        )

    @rule(number=NUMBER, speaks=st.booleans())
    def resume(self, number: int, speaks: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        question_id = self.pick(Question, number) or 0

        def act(session: Session) -> object:
            asker = self.asker_of(session, question_id)
            if speaks:
                return comment(session, asker, question_id, CommentDraft("Acht jaar."), self.now)
            return pausing.resume(session, asker, question_id, self.now)

        self.attempt(act)

    @rule(number=NUMBER, who=NUMBER)
    def answer(self, number: int, who: int) -> None:
        question_id = self.pick(Question, number) or 0
        people = [*self.world.experts[:3], self.world.colleagues[0]]
        author = people[of(people, who)]
        draft = AnswerDraft("De gemeente.", Standing.ORGANISATION, min(author.organisation_ids))
        self.attempt(lambda session: give_answer(session, author, question_id, draft, self.now))

    @rule(number=NUMBER, what=st.sampled_from(["accept", "take back", "hold", "release"]))
    def judge(self, number: int, what: str) -> None:
        answer_id = self.pick(Answer, number)
        if answer_id is None:
            return

        def act(session: Session) -> object:
            asker = self.asker_of(session, session.get_one(Answer, answer_id).question_id)
            match what:
                case "accept":
                    return accept_answer(session, asker, answer_id, self.now)
                case "take back":
                    return withdraw_acceptance(session, asker, answer_id)
                case "hold":
                    return hold_answer(session, self.world.moderators[0], answer_id, "Namens wie?", self.now)
                case _:
                    return release_answer(session, self.world.moderators[1], answer_id, self.now)

        self.attempt(act)

    @rule(number=NUMBER, reopens=st.booleans())
    def close(self, number: int, reopens: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        question_id = self.pick(Question, number) or 0

        def act(session: Session) -> object:
            asker = self.asker_of(session, question_id)
            if reopens:
                return reopen_question(session, asker, question_id, self.now)
            return close_question(session, asker, question_id, CloseReason.NO_LONGER_NEEDED, "", self.now)

        self.attempt(act)

    @rule(number=NUMBER, what=st.sampled_from(["take", "release", "pass on"]))
    def work_at_desk(self, number: int, what: str) -> None:
        case_id, who = self.pick(DeskCase, number), self.world.colleagues[number % 2]
        if case_id is None:
            return
        act: dict[str, Callable[[Session], object]] = {
            "take": lambda session: at_desk.take(session, who, case_id, self.now),
            "release": lambda session: at_desk.release(session, who, case_id, self.now),
            "pass on": lambda session: at_desk.pass_on(session, who, case_id, "Niet van ons.", self.now),
        }
        self.attempt(act[what])

    @rule(number=NUMBER, takes=st.booleans())
    def moderate(self, number: int, takes: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        question_id, who = self.pick(Question, number) or 0, self.world.moderators[number % 2]
        act = moderating.take if takes else moderating.send_to_desk
        self.attempt(lambda session: act(session, who, question_id, self.now))

    @rule(jump=JUMPS, sees_index=st.booleans())
    def let_time_pass(self, jump: dt.timedelta, sees_index: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        self.now += jump
        tick(self.world, self.now, find_free if sees_index else find_nobody_now)

    @rule(jump=JUMPS)
    def let_the_worker_sleep(self, jump: dt.timedelta) -> None:
        self.now += jump

    @invariant()
    def every_open_question_has_a_next_step(self) -> None:
        if hasattr(self, "world"):
            with reading(self.world.sessions) as session:
                check_next_steps(session)


@pytest.mark.sqlite_only
def test_no_question_is_left_without_a_next_step(sqlite_template: Path, tmp_path: Path) -> None:
    shutil.copy(sqlite_template, tmp_path / "people.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'people.db'}")
    made = make_people(session_factory(engine))
    with made.sessions.begin() as session:
        theme = make_theme(session)
    engine.dispose()

    class Here(Machine):
        folder, people, theme_id = tmp_path, made, theme.id

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=2_000 if is_deep() else 50,
            stateful_step_count=30 if is_deep() else 15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
