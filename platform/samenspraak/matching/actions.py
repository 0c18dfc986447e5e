"""Writes of matching: rules that are switched, and subjects that experts give back and take up again."""

import datetime as dt

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import NotAllowed
from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.models import NotMySubject, RuleSwitch
from samenspraak.people.rules import Viewer


def switch_rule(session: Session, viewer: Viewer, rule: RankingRule, now: dt.datetime, *, is_on: bool) -> None:
    """Switch a rule on or off; who did it last, and when, stays on record. Administrators only."""
    if not viewer.is_administrator or viewer.person_id is None:
        raise NotAllowed
    switch = session.get(RuleSwitch, rule, with_for_update=True)
    was_on = switch is None or switch.is_on
    if switch is None:
        session.add(RuleSwitch(rule=rule, is_on=is_on, changed_at=now, changed_by_id=viewer.person_id))
    elif switch.is_on is not is_on:
        switch.is_on, switch.changed_at, switch.changed_by_id = is_on, now, viewer.person_id
    session.flush()
    if is_on is not was_on:
        after = {"rule": rule.value, "is_on": is_on}
        record_act(session, Act.RULE_SWITCHED, viewer.person_id, Thing.RULE, 0, now, after=after)


def note_not_my_subject(session: Session, person_id: int, question_id: int, now: dt.datetime) -> None:
    """Remember that a question is not an expert's subject; a second time changes nothing."""
    if session.get(NotMySubject, (person_id, question_id)) is None:
        session.add(NotMySubject(person_id=person_id, question_id=question_id, since=now))
        session.flush()


def take_subject_back(session: Session, viewer: Viewer, question_id: int) -> None:
    """Have questions like one that was declined as "niet mijn vak" fit its expert as before; only they can."""
    noted = session.get(NotMySubject, (viewer.person_id, question_id)) if viewer.person_id else None
    if noted is not None:
        session.delete(noted)
        session.flush()
