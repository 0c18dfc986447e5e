"""What colleagues at the desks of sector councils do in the demonstration."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from samenspraak.demonstration.chance import happens, pick
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.deeds import InviteByDesk
from samenspraak.demonstration.stage import Stage, perform
from samenspraak.people.rules import Viewer
from samenspraak.routing import actions as routing
from samenspraak.routing.desks.actions import pass_on, take
from samenspraak.routing.desks.queries import case_in_hand, colleagues_of
from samenspraak.routing.invitable import CannotBeInvited
from samenspraak.routing.kinds import DeskCaseState
from samenspraak.routing.models.desk import DeskCase

TAKEN = 60
PASSED_ON = 40
_DAY = dt.timedelta(days=1)


@perform.register
def _(deed: InviteByDesk, stage: Stage, story: str, at: dt.datetime) -> None:
    scene = stage.scenes[story]
    case = case_in_hand(stage.session, scene.question_id)
    who = scene.asker.viewer if case is None else _take(stage, case, at)
    for key in deed.experts:
        expert_id = stage.cast[key].person_id
        if expert_id != who.person_id:
            try:
                routing.invite(stage.session, who, scene.question_id, [expert_id], "", at)
            except CannotBeInvited:
                continue


def work_at_desks(stage: Stage, now: dt.datetime) -> None:
    """Look at what waits: some questions are taken, and of those whose time is nearly over some are passed on."""
    for case in _waiting(stage):
        if now - case.arrived_at > _DAY and happens(TAKEN, case.question_id, now.date()):
            _take(stage, case, now)
        if case.respond_by - now < _DAY and happens(PASSED_ON, case.question_id, "passed on"):
            why = pick(values("desks"), case.question_id, "why")
            pass_on(stage.session, _take(stage, case, now), case.id, why, now)


def _waiting(stage: Stage) -> Sequence[DeskCase]:
    open_cases = select(DeskCase).where(DeskCase.state == DeskCaseState.OPEN).order_by(DeskCase.id)
    return stage.session.scalars(open_cases).all()


def _take(stage: Stage, case: DeskCase, at: dt.datetime) -> Viewer:
    """Give a case to a colleague, if nobody has it; return who has it."""
    colleagues = {each.id: each.name for each in colleagues_of(stage.session, case.desk_id)}
    name = colleagues.get(case.assigned_to_id or 0) or pick(sorted(colleagues.values()), case.question_id, "who")
    who = stage.cast[name].viewer
    take(stage.session, who, case.id, at)
    return who
