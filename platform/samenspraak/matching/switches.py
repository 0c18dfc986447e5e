"""Reads of the rules of the ranking: which are on, and who switched them."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.core.db import Session
from samenspraak.matching.kinds import RankingRule
from samenspraak.matching.models import RuleSwitch
from samenspraak.matching.rulebook import EVERY_RULE, Rulebook


def rulebook_for(session: Session, question_id: int) -> Rulebook:
    """Return the rules that hold now, for the ranking of one question."""
    off = session.scalars(select(RuleSwitch.rule).where(RuleSwitch.is_on.is_(False)))
    return Rulebook(EVERY_RULE - set(off), question_id)


def switches(session: Session) -> Mapping[RankingRule, RuleSwitch]:
    """Return every rule that was ever switched, with who did that last."""
    found = session.scalars(select(RuleSwitch).options(joinedload(RuleSwitch.changed_by)))
    return {switch.rule: switch for switch in found}
