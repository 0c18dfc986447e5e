"""On whom questions wait, as a condition: the same as what their pages tell comes next."""

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.questions.models.question import Question
from samenspraak.routing.next_steps import NextKind, what_comes_next
from samenspraak.routing.waiting import WaitsOn, waits_on

TOLD = {
    WaitsOn.ASKER: {NextKind.ASKER_SAYS, NextKind.ASKER_CHOOSES, NextKind.ASKER_JUDGES},
    WaitsOn.EXPERT: {NextKind.EXPERTS_REACT, NextKind.EXPERTS_ANSWER},
    WaitsOn.DESK: {NextKind.DESK_RESPONDS},
    WaitsOn.MODERATOR: {NextKind.MODERATOR_ACTS},
}


def test_questions_of_the_demonstration_wait_on_whom_their_page_tells(seen: Session) -> None:
    every = list(seen.scalars(select(Question.id)))
    following = what_comes_next(seen, every)
    for who, kinds in TOLD.items():
        found = set(seen.scalars(select(Question.id).where(waits_on(who))))
        assert found == {each for each, step in following.items() if step.kind in kinds}, who
    assert any(step.kind is NextKind.EXPERTS_REACT for step in following.values())
