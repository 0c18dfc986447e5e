"""The table of rules of the ranking that administrators switch."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model, stored
from samenspraak.matching.kinds import RankingRule


class RuleSwitch(Model):
    """That an administrator switched a rule of the ranking; a rule without a row is on."""

    __tablename__ = "rule_switch"

    rule: Mapped[RankingRule] = mapped_column(stored(RankingRule), primary_key=True)
    is_on: Mapped[bool]
    changed_at: Mapped[dt.datetime]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
